import type { TurnContext } from 'botbuilder';

/** One question to a chat deployment of Azure OpenAI. */
export interface ChatRequest {
  readonly endpoint: string;
  readonly deployment: string;
  readonly apiVersion: string;
  /** What the model is to do: ours alone. */
  readonly rules: string;
  /** What it is to do it with: written by others, so it is data in a message of its own. */
  readonly data: string;
  /** The only shape its answer may have. */
  readonly schema: { readonly name: string; readonly schema: object };
  /** Carries the request, signs it and answers for the time it takes. It must not fail: the SDK prints what does. */
  readonly fetch: typeof fetch;
}

/** Far more than any message and briefing; counted in characters, of which a token has one or more. */
const LONGEST_PROMPT = 40_000;
const LONGEST_ANSWER = 120;

/** Loads the library, which takes half a second: best done before anybody waits. */
export const loadChatLibrary = () =>
  Promise.all([
    // Not from the package's own door, which brings in its planners and tokenisers.
    import('@microsoft/teams-ai/lib/models/OpenAIModel.js'),
    import('@microsoft/teams-ai/lib/prompts/Prompt.js'),
    import('@microsoft/teams-ai/lib/prompts/TextSection.js'),
  ]);

/**
 * Puts one question to a chat deployment by the model of the Teams AI library, for those who may not import it. Gives
 * what the model wrote, unread.
 */
export async function completeChat(request: ChatRequest): Promise<string> {
  const [{ OpenAIModel }, { Prompt }, { TextSection }] = await loadChatLibrary();
  const model = new OpenAIModel({
    azureApiKey: 'signed by fetch',
    azureDefaultDeployment: request.deployment,
    azureEndpoint: request.endpoint.replace(/^http:/, 'https:'), // it takes no other; `fetch` knows the real one
    azureApiVersion: request.apiVersion,
    useSystemMessages: true,
    clientOptions: {
      maxRetries: 0,
      fetch: request.fetch as never, // typed for node-fetch, called as fetch
      // null and not undefined, or the library looks into the environment for them
      baseURL: null,
      organization: null,
      project: null,
    },
  });
  const prompt = new Prompt([
    new TextSection(request.rules, 'system'),
    new TextSection(request.data, 'user'),
  ]);
  const response = await model.completePrompt(NO_TURN, NO_MEMORY, NO_FUNCTIONS, CHARACTERS, {
    name: request.schema.name,
    prompt,
    config: { schema: 1.1, type: 'completion', completion: completionOf(request.schema) },
  });
  return response.message?.content ?? '';
}

const completionOf = (schema: ChatRequest['schema']) => ({
  completion_type: 'chat' as const,
  include_history: false,
  include_input: false,
  include_images: false,
  max_input_tokens: LONGEST_PROMPT,
  max_tokens: LONGEST_ANSWER,
  temperature: 0,
  top_p: 1,
  frequency_penalty: 0,
  presence_penalty: 0,
  response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } },
});

/** A question stands outside every turn: nothing of its asker goes along. */
const NO_TURN = null as unknown as TurnContext;
const NO_MEMORY = {
  deleteValue: () => undefined,
  hasValue: () => false,
  getValue: () => undefined as never,
  setValue: () => undefined,
};
const NO_FUNCTIONS = {
  hasFunction: () => false,
  getFunction: () => () => Promise.resolve(undefined),
  invokeFunction: () => Promise.resolve(undefined),
};
const CHARACTERS = {
  encode: (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0),
  decode: (characters: number[]) => String.fromCodePoint(...characters),
};
