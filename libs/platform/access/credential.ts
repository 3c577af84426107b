/** By what somebody was let in: kept by whoever stays connected, so that it can be asked again whether it still opens anything. */
export type Credential = { readonly kind: 'guest' } | { readonly kind: 'session' | 'token'; readonly secret: string };
