/** What error pages there are; any other 4xx is told as 400. */
export const ERROR_STATUSES = [400, 403, 404, 408, 410, 413, 429, 500] as const;
export type ErrorStatus = (typeof ERROR_STATUSES)[number];
