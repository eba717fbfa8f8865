export type Language = 'it' | 'en';

export const languages: readonly Language[] = ['it', 'en'];
