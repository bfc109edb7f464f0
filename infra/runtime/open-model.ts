import { DefaultAzureCredential, getBearerTokenProvider } from '@azure/identity';
import OpenAI, { AzureOpenAI } from 'openai';

/** The language model of the configuration, as `config/model.ts` reads it. */
interface ModelSettings {
  readonly azureEndpoint: string | undefined;
  readonly azureApiKey: string | undefined;
  readonly azureClientId: string | undefined;
  readonly azureApiVersion: string;
  readonly azureDeployment: string | undefined;
  readonly openAiBaseUrl: string | undefined;
  readonly openAiApiKey: string | undefined;
  readonly openAiModel: string | undefined;
}

/** A client, and the name of the model (at Azure: of the deployment) to ask it for. */
export interface OpenedModel {
  readonly client: OpenAI;
  readonly model: string;
}

/** A fresh Entra access token for each call; keeps it until shortly before its end. */
type TokenProvider = () => Promise<string>;

/** Learn, "How to configure Azure OpenAI with Microsoft Entra ID authentication". */
const azureScope = 'https://cognitiveservices.azure.com/.default';

/** Signs in at the first call as the identity of the Azure host, or as the user of `az login` on a developer's machine. */
function signInToAzure(managedIdentityClientId: string | undefined): TokenProvider {
  const credential = new DefaultAzureCredential(
    managedIdentityClientId === undefined ? {} : { managedIdentityClientId },
  );
  return getBearerTokenProvider(credential, azureScope);
}

/**
 * A client for Azure OpenAI or any address that speaks its protocol; undefined where none is configured. Without a key
 * for Azure it signs in with Entra ID, by managed identity; `signIn` is given the user-assigned identity, if one is set.
 */
export function openModel(
  settings: ModelSettings,
  signIn: (clientId: string | undefined) => TokenProvider = signInToAzure,
): OpenedModel | undefined {
  const { azureEndpoint: endpoint, azureApiKey, azureApiVersion, azureDeployment: deployment } = settings;
  if (endpoint !== undefined && deployment !== undefined) {
    const client = new AzureOpenAI({
      endpoint,
      // Left out, it would be read from OPENAI_BASE_URL, which is not for Azure here.
      baseURL: null,
      apiVersion: azureApiVersion,
      deployment,
      ...(azureApiKey === undefined
        ? { azureADTokenProvider: signIn(settings.azureClientId) }
        : { apiKey: azureApiKey }),
    });
    return { client, model: deployment };
  }
  const { openAiBaseUrl, openAiApiKey, openAiModel } = settings;
  if (openAiBaseUrl === undefined || openAiModel === undefined) return undefined;
  return {
    client: new OpenAI({ baseURL: openAiBaseUrl, apiKey: openAiApiKey ?? 'none' }),
    model: openAiModel,
  };
}
