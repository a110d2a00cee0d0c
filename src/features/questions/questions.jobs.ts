import { z } from 'zod';
import { brand, type PersonId, type QuestionId } from '../../domain/shared/ids.js';
import { job, type AnyJob } from '../../jobs/kit.js';
import { tellAsker, type TellPorts } from './tell-asker.js';
import type { QuestionsUseCases } from './use-cases.js';

const toldData = z.object({
  questionId: z.string().transform((id) => brand<QuestionId>(id)),
  version: z.number().int(),
});
const personData = z.object({ personId: z.string().transform((id) => brand<PersonId>(id)) });

/** What follows a question: its asker is told, and nothing is left undecided. */
export function questionsJobs(useCases: QuestionsUseCases, ports: TellPorts): readonly AnyJob[] {
  const tell = tellAsker(ports);
  return [
    job({
      name: 'questions.tell-asker',
      data: toldData,
      concurrency: 4,
      run: ({ questionId, version }, { now }) => tell({ id: questionId, version, now }),
    }),
    job({
      name: 'questions.area-known',
      data: personData,
      run: ({ personId }, { now }) => useCases.areaKnown({ person: personId, now }),
    }),
    job({
      name: 'questions.forget',
      data: personData,
      run: ({ personId }, { now }) => useCases.forgetQuestions({ person: personId, now }),
    }),
    job({
      name: 'questions.settle',
      data: z.unknown(),
      cron: '*/5 * * * *',
      run: async (_none, { now }) => {
        await useCases.settleQuestions(now);
      },
    }),
  ];
}
