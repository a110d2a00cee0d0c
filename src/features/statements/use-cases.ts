import {
  deliverStatement,
  noteFailure,
  tellStatement,
  tellStopped,
  type CirculatePorts,
} from './circulate-statement.js';
import { draftStatement } from './draft-statement.js';
import type { FigureStore } from './ports.js';
import { makeReturn } from './quarterly-return.js';
import { discardStatement, releaseStatement } from './release-statement.js';
import { seeCirculation, seeStatement } from './see-statements.js';

export interface StatementsPorts extends CirculatePorts {
  readonly figures: FigureStore;
}

/** Everything one can do with statements and returns; every door calls these. */
export function statementsUseCases(ports: StatementsPorts) {
  return {
    seeStatement: seeStatement(ports),
    seeCirculation: seeCirculation(ports),
    draftStatement: draftStatement(ports),
    releaseStatement: releaseStatement(ports),
    discardStatement: discardStatement(ports),
    deliverStatement: deliverStatement(ports),
    tellStatement: tellStatement(ports),
    noteFailure: noteFailure(ports),
    tellStopped: tellStopped(ports),
    makeReturn: makeReturn(ports),
  };
}

export type StatementsUseCases = ReturnType<typeof statementsUseCases>;
