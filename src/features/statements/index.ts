import type { Database } from '../../adapters/postgres/database.js';
import type { ChatFeature } from '../../bot/kit.js';
import type { Clock } from '../../domain/shared/ports.js';
import type { HttpFeature } from '../../http/kit.js';
import type { AnyJob } from '../../jobs/kit.js';
import { statementCard, undeliveredCard } from './cards/statement.card.js';
import { postgresFigures } from './figure-store.postgres.js';
import type { Courier, ReturningForce } from './ports.js';
import { postgresStatements } from './statement-store.postgres.js';
import { statementsChat } from './statements.bot.js';
import { statementsHttp } from './statements.http.js';
import { statementsJobs } from './statements.jobs.js';
import { statementsUseCases, type StatementsUseCases } from './use-cases.js';

export interface StatementsDeps {
  readonly database: Pick<Database, 'db' | 'boss'>;
  readonly courier: Courier;
  readonly clock: Clock;
  /** The territorial forces, by id and name. */
  readonly forces: readonly ReturningForce[];
}

export interface StatementsFeature {
  readonly chat: ChatFeature;
  readonly http: HttpFeature;
  readonly jobs: readonly AnyJob[];
  readonly useCases: StatementsUseCases;
}

/** Threat statements for everyone, released by two people, and the quarterly returns of the forces. */
export function statementsFeature({ database, courier, clock, forces }: StatementsDeps): StatementsFeature {
  const useCases = statementsUseCases({
    store: postgresStatements(database),
    figures: postgresFigures(database),
    courier,
    statementCard,
    undeliveredCard,
  });
  return {
    chat: statementsChat(useCases, forces),
    http: statementsHttp(useCases, forces),
    jobs: statementsJobs(useCases, clock),
    useCases,
  };
}

export type { Courier, ReturningForce } from './ports.js';
export type { StatementsUseCases } from './use-cases.js';
