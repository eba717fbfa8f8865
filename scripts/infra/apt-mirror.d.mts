export declare function mirrorIn(texts: readonly string[], release: string): string | undefined;
