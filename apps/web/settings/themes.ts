/** How pages can look to a member, in the order they are offered. */
export const THEMES = ['device', 'light', 'dark'] as const;
