import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imprint, privacy and house rules, every version of them; and which house rules a member has agreed to. */
export class Legal1795900303000 implements MigrationInterface {
  name = 'Legal1795900303000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table legal_version ( -- append-only: what was in force when stays to be read
  page text not null check (page in ('imprint', 'privacy', 'rules')),
  number integer not null check (number > 0),
  source_de text not null check (octet_length(source_de) <= 200000),
  source_en text not null check (octet_length(source_en) <= 200000),
  html_de text not null,
  html_en text not null,
  must_agree boolean not null default false, -- members who agreed to an earlier one are asked again
  published_by bigint references member on delete set null,
  published_at timestamptz not null default now(),
  primary key (page, number),
  check (not must_agree or page = 'rules'),
  check (source_de <> '' or source_en <> '')
);
create index legal_version_by on legal_version (published_by) where published_by is not null;
alter table member add column rules_agreed integer not null default 0, -- the number of the house rules; 0: signed up before there were any
  add column rules_agreed_at timestamptz;`);
    await db.query("insert into legal_version (page, number, source_de, source_en, html_de, html_en) values ('rules', 1, $1, $2, $3, $4)", [RULES_DE, RULES_EN, HTML_DE, HTML_EN]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table member drop column rules_agreed, drop column rules_agreed_at; drop table legal_version');
  }
}

// what a community begins with, as its admins would have written it; a test holds the HTML against the renderer
const RULES_DE = `Hier helfen Kundinnen und Kunden einander, und Menschen aus dem Unternehmen helfen mit. Damit das gelingt, halten wir uns alle an diese Regeln.

## Miteinander
- Wir sprechen freundlich miteinander, auch wenn uns ein Problem ärgert. Kritik an der Sache ist willkommen, Beleidigungen und Drohungen sind es nicht.
- Niemand wird wegen Herkunft, Geschlecht, Religion, Behinderung, Alter oder Lebensweise herabgesetzt.
- Wer neu ist, darf einfache Fragen stellen.

## Fragen und antworten
- Suchen Sie zuerst: Vielleicht ist Ihre Frage schon beantwortet. Eine Frage gehört an eine Stelle, nicht an mehrere.
- Schreiben Sie, was Sie schon versucht haben. Wenn etwas geholfen hat, nehmen Sie die Antwort an, damit andere sie finden.
- Antworten Sie nur, was Sie wissen, und sagen Sie dazu, wenn Sie etwas vermuten.

## Was nicht hierher gehört
- Persönliche Daten, Ihre eigenen wie die anderer: Telefonnummern, Adressen, Kundennummern, Passwörter, Bankverbindungen.
- Werbung, Kettenbriefe und Texte, die nur auf andere Seiten führen.
- Was gegen Gesetze oder die Rechte anderer verstößt, auch an Bildern und Texten.
- Im Namen anderer oder des Unternehmens zu sprechen, ohne dazu berufen zu sein.

## Wenn etwas schiefgeht
- Beiträge, die gegen diese Regeln verstoßen, können bearbeitet, verborgen oder gelöscht werden. Die betroffene Person erfährt den Grund.
- Wer einen Verstoß sieht, meldet ihn, statt darauf zu antworten.
- Wer mit einer Entscheidung nicht einverstanden ist, kann widersprechen.

## Ihre Texte
- Was Sie schreiben, bleibt Ihres. Sie erlauben uns, es hier zu zeigen, damit es auch später anderen hilft.
- Sie können Ihre Daten jederzeit herunterladen und Ihr Konto löschen.`;

const RULES_EN = `Here customers help each other, and people from the company help along. For this to work, we all keep to these rules.

## With each other
- We are friendly to each other, also when a problem annoys us. Criticism of the matter is welcome, insults and threats are not.
- Nobody is put down for their origin, sex, religion, disability, age or way of life.
- Who is new may ask simple questions.

## Asking and answering
- Search first: your question may have been answered. A question belongs in one place, not in several.
- Say what you have tried. When something helped, accept the answer, so that others find it.
- Answer what you know, and say so where you are guessing.

## What does not belong here
- Personal data, your own or that of others: telephone numbers, addresses, customer numbers, passwords, bank details.
- Advertising, chain letters, and texts that only lead to other sites.
- What breaks the law or the rights of others, to pictures and texts as well.
- Speaking for others or for the company without being asked to.

## When something goes wrong
- Posts that break these rules can be edited, hidden or deleted. The person concerned is told why.
- Who sees a breach reports it rather than answering it.
- Who does not agree with a decision can object to it.

## Your texts
- What you write remains yours. You allow us to show it here, so that it helps others later, too.
- You can download your data and delete your account at any time.`;

const HTML_DE = `<p>Hier helfen Kundinnen und Kunden einander, und Menschen aus dem Unternehmen helfen mit. Damit das gelingt, halten wir uns alle an diese Regeln.</p>
<h2>Miteinander</h2>
<ul>
<li>Wir sprechen freundlich miteinander, auch wenn uns ein Problem ärgert. Kritik an der Sache ist willkommen, Beleidigungen und Drohungen sind es nicht.</li>
<li>Niemand wird wegen Herkunft, Geschlecht, Religion, Behinderung, Alter oder Lebensweise herabgesetzt.</li>
<li>Wer neu ist, darf einfache Fragen stellen.</li>
</ul>
<h2>Fragen und antworten</h2>
<ul>
<li>Suchen Sie zuerst: Vielleicht ist Ihre Frage schon beantwortet. Eine Frage gehört an eine Stelle, nicht an mehrere.</li>
<li>Schreiben Sie, was Sie schon versucht haben. Wenn etwas geholfen hat, nehmen Sie die Antwort an, damit andere sie finden.</li>
<li>Antworten Sie nur, was Sie wissen, und sagen Sie dazu, wenn Sie etwas vermuten.</li>
</ul>
<h2>Was nicht hierher gehört</h2>
<ul>
<li>Persönliche Daten, Ihre eigenen wie die anderer: Telefonnummern, Adressen, Kundennummern, Passwörter, Bankverbindungen.</li>
<li>Werbung, Kettenbriefe und Texte, die nur auf andere Seiten führen.</li>
<li>Was gegen Gesetze oder die Rechte anderer verstößt, auch an Bildern und Texten.</li>
<li>Im Namen anderer oder des Unternehmens zu sprechen, ohne dazu berufen zu sein.</li>
</ul>
<h2>Wenn etwas schiefgeht</h2>
<ul>
<li>Beiträge, die gegen diese Regeln verstoßen, können bearbeitet, verborgen oder gelöscht werden. Die betroffene Person erfährt den Grund.</li>
<li>Wer einen Verstoß sieht, meldet ihn, statt darauf zu antworten.</li>
<li>Wer mit einer Entscheidung nicht einverstanden ist, kann widersprechen.</li>
</ul>
<h2>Ihre Texte</h2>
<ul>
<li>Was Sie schreiben, bleibt Ihres. Sie erlauben uns, es hier zu zeigen, damit es auch später anderen hilft.</li>
<li>Sie können Ihre Daten jederzeit herunterladen und Ihr Konto löschen.</li>
</ul>
`;

const HTML_EN = `<p>Here customers help each other, and people from the company help along. For this to work, we all keep to these rules.</p>
<h2>With each other</h2>
<ul>
<li>We are friendly to each other, also when a problem annoys us. Criticism of the matter is welcome, insults and threats are not.</li>
<li>Nobody is put down for their origin, sex, religion, disability, age or way of life.</li>
<li>Who is new may ask simple questions.</li>
</ul>
<h2>Asking and answering</h2>
<ul>
<li>Search first: your question may have been answered. A question belongs in one place, not in several.</li>
<li>Say what you have tried. When something helped, accept the answer, so that others find it.</li>
<li>Answer what you know, and say so where you are guessing.</li>
</ul>
<h2>What does not belong here</h2>
<ul>
<li>Personal data, your own or that of others: telephone numbers, addresses, customer numbers, passwords, bank details.</li>
<li>Advertising, chain letters, and texts that only lead to other sites.</li>
<li>What breaks the law or the rights of others, to pictures and texts as well.</li>
<li>Speaking for others or for the company without being asked to.</li>
</ul>
<h2>When something goes wrong</h2>
<ul>
<li>Posts that break these rules can be edited, hidden or deleted. The person concerned is told why.</li>
<li>Who sees a breach reports it rather than answering it.</li>
<li>Who does not agree with a decision can object to it.</li>
</ul>
<h2>Your texts</h2>
<ul>
<li>What you write remains yours. You allow us to show it here, so that it helps others later, too.</li>
<li>You can download your data and delete your account at any time.</li>
</ul>
`;
