/** File name → bytes. */
export type PackageFiles = Record<string, Buffer>;

export declare class PackageError extends Error {}
export declare function parseEnvFile(text: string): Record<string, string>;
export declare function placeholders(template: string): string[];
export declare function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  source?: string,
): string;
export declare function pngSize(bytes: Buffer): { width: number; height: number } | null;
export declare function translatableKeys(manifest: object): string[];
export declare function packageFaults(files: PackageFiles): string[];
export declare function packageFiles(options: { root?: string; env: string }): PackageFiles;
export declare function zipPackage(files: PackageFiles): Buffer;
export declare function buildPackage(options: { root?: string; env: string; outFolder?: string }): {
  path: string;
  sha256: string;
};
