import { section } from './section.ts';
import { address, wholeNumber } from './shapes.ts';
import { optional, secret, withDefault } from './variable.ts';

/** A language model, if there is one: Azure OpenAI, or any address that speaks the same protocol. */
export const model = section(
  'Language model',
  {
    azureEndpoint: optional('AZURE_OPENAI_ENDPOINT', 'the address of the Azure OpenAI resource', address),
    azureApiKey: secret(
      optional('AZURE_OPENAI_API_KEY', 'the key of that resource; without it, managed identity signs in'),
    ),
    azureClientId: optional(
      'AZURE_CLIENT_ID',
      'the user-assigned managed identity that signs in there, without a key',
    ),
    azureApiVersion: withDefault(
      'AZURE_OPENAI_API_VERSION',
      'the version of the Azure OpenAI interface',
      '2024-10-21',
    ),
    azureDeployment: optional('AZURE_OPENAI_DEPLOYMENT', 'the deployment of the model to use'),
    openAiBaseUrl: optional('OPENAI_BASE_URL', 'a compatible address, instead of Azure', address),
    openAiApiKey: secret(optional('OPENAI_API_KEY', 'the key for that address')),
    openAiModel: optional('OPENAI_MODEL', 'the model to ask there for'),
    callsPerHour: withDefault(
      'MODEL_CALLS_PER_HOUR',
      'how many of a person’s sentences in an hour the bot lets the model read; 0: none',
      '60',
      wholeNumber,
    ),
  },
  ({ azureEndpoint, azureDeployment, openAiBaseUrl, openAiModel }) => {
    const problems: string[] = [];
    if (azureEndpoint !== undefined && azureDeployment === undefined)
      problems.push(
        'AZURE_OPENAI_ENDPOINT is set without AZURE_OPENAI_DEPLOYMENT, the deployment of the model to use.',
      );
    if (openAiBaseUrl !== undefined && openAiModel === undefined)
      problems.push('OPENAI_BASE_URL is set without OPENAI_MODEL, the model to ask there for.');
    return problems;
  },
);
