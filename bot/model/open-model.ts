import OpenAI, { AzureOpenAI } from 'openai';

/** The language model of the configuration, as `infra/runtime/config/model.ts` reads it. */
interface ModelSettings {
  readonly azureEndpoint: string | undefined;
  readonly azureApiKey: string | undefined;
  readonly azureApiVersion: string;
  readonly azureDeployment: string | undefined;
  readonly openAiBaseUrl: string | undefined;
  readonly openAiApiKey: string | undefined;
  readonly openAiModel: string | undefined;
}

/** A client for Azure OpenAI or any address that speaks its protocol; undefined where none is configured. */
export function openModel(
  settings: ModelSettings,
): { readonly client: OpenAI; readonly model: string } | undefined {
  const { azureEndpoint, azureApiKey, azureApiVersion, azureDeployment } = settings;
  if (azureEndpoint !== undefined && azureApiKey !== undefined && azureDeployment !== undefined) {
    const client = new AzureOpenAI({
      endpoint: azureEndpoint,
      apiKey: azureApiKey,
      apiVersion: azureApiVersion,
      deployment: azureDeployment,
    });
    return { client, model: azureDeployment };
  }
  const { openAiBaseUrl, openAiApiKey, openAiModel } = settings;
  if (openAiBaseUrl === undefined || openAiModel === undefined) return undefined;
  return {
    client: new OpenAI({ baseURL: openAiBaseUrl, apiKey: openAiApiKey ?? 'none' }),
    model: openAiModel,
  };
}
