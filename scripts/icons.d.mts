export declare function encodePng(size: number, pixels: Buffer): Buffer;
export declare function colourIcon(): Buffer;
export declare function outlineIcon(): Buffer;
