/** The access token of every call here. It must not show in anything that the caller gets. */
export const canary = 'api-canary-7f3e91c4';

/** What no text may contain: a part of the token is as bad as the whole. */
export const trace = 'canary-7f3e';
