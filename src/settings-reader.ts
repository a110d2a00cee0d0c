import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that cannot be used; each fault says which setting and what to do. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `The service cannot start with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** Reads settings out of an environment it is given, and gathers every fault instead of stopping at the first. */
export class SettingsReader {
  private readonly faults: string[] = [];
  /** What will not work, though the service can start. */
  readonly advice: string[] = [];

  constructor(private readonly environment: Environment) {}

  /** The setting itself, or the content of the file that `<name>_FILE` names; empty text counts as absent. */
  text(name: string): string | undefined {
    const direct = this.environment[name];
    if (direct !== undefined && direct.trim() !== '') return direct.trim();
    const file = this.environment[`${name}_FILE`];
    if (file === undefined || file === '') return undefined;
    try {
      return readFileSync(file, 'utf8').trim() || undefined;
    } catch {
      this.fault(`${name}_FILE names ${file}, which cannot be read.`);
      return undefined;
    }
  }

  required(name: string, advice: string, form?: RegExp): string {
    const value = this.text(name);
    if (value === undefined) this.fault(`${name} is missing. ${advice}`);
    else if (form && !form.test(value))
      this.fault(`${name} must be a GUID such as 00000000-0000-0000-0000-000000000000.`);
    return value ?? '';
  }

  url(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const parsed = z.url({ protocol: /^https?$/ }).safeParse(value);
    if (!parsed.success) this.fault(`${name} must be an address such as https://example.org.`);
    return value;
  }

  port(): number {
    const value = this.text('PORT') ?? '3978';
    const port = Number(value);
    if (!/^\d+$/.test(value) || port > 65535)
      this.fault(`PORT must be a number from 0 to 65535, not "${value}".`);
    return port;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const value = this.text(name) ?? fallback;
    const found = values.find((entry) => entry.toLowerCase() === value.toLowerCase());
    if (!found) this.fault(`${name} must be one of ${values.join(', ')}, not "${value}".`);
    return found ?? fallback;
  }

  fault(text: string): void {
    this.faults.push(text);
  }

  advise(text: string): void {
    this.advice.push(text);
  }

  finish(): void {
    if (this.faults.length > 0) throw new ConfigError(this.faults);
  }
}
