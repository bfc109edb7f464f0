import type { InvokeResponse } from 'botbuilder';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  INVOKE_RESPONSE_KEY,
  TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import { StatusCodes } from 'botframework-schema';

/** Whose tokens are taken; the Bot Framework's where nothing else is said. */
export interface CallerCheck {
  /** Without it every caller is accepted, so the host listens on loopback only. */
  readonly appId: string | undefined;
  readonly tenantId: string | undefined;
  readonly openIdMetadataUrl: string | undefined;
  readonly tokenIssuer: string | undefined;
}

const publicMetadataUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const publicIssuer = 'https://api.botframework.com';

/** Who we are towards the SDK: it only checks tokens for us, our own calls go through `Connector`. */
class OurCredentials extends ServiceClientCredentialsFactory {
  private readonly appId: string | undefined;

  constructor(appId: string | undefined) {
    super();
    this.appId = appId;
  }

  override isValidAppId(appId = ''): Promise<boolean> {
    return Promise.resolve(appId === this.appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(this.appId === undefined);
  }

  override createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return Promise.resolve({ signRequest: (request) => Promise.resolve(request) });
  }
}

/** The SDK reads either none of these or all seven. */
function authenticationOf(check: CallerCheck): BotFrameworkAuthentication {
  const { appId, tenantId, openIdMetadataUrl, tokenIssuer } = check;
  const metadata = openIdMetadataUrl ?? publicMetadataUrl;
  const own =
    openIdMetadataUrl === undefined && tokenIssuer === undefined
      ? {}
      : {
          ToBotFromChannelOpenIdMetadataUrl: metadata,
          ToBotFromEmulatorOpenIdMetadataUrl: metadata,
          ToBotFromChannelTokenIssuer: tokenIssuer ?? publicIssuer,
          ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId ?? 'botframework.com'}`,
          ToChannelFromBotOAuthScope: 'https://api.botframework.com',
          OAuthUrl: 'https://token.botframework.com',
          CallerId: 'urn:botframework:azure',
        };
  return new ConfigurationBotFrameworkAuthentication(own, new OurCredentials(appId));
}

/** The SDK's adapter, with the check of the caller apart from the turn, so that each failure has its own status. */
export class TeamsAdapter extends CloudAdapter {
  private readonly check: BotFrameworkAuthentication;

  constructor(check: CallerCheck) {
    const authentication = authenticationOf(check);
    super(authentication);
    this.check = authentication;
  }

  /** Rejects whatever is wrong with the token: signature, audience, issuer, service address, times. */
  async authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return await this.check.authenticateRequest(activity, authorization);
  }

  /**
   * What `processActivity` of the SDK does, without the two REST clients that it makes for each activity and that are
   * a third of what a turn allocates: our own calls go through `Connector`.
   */
  async turn(
    caller: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const context = new TurnContext(this, activity);
    context.turnState.set(this.BotIdentityKey, caller.claimsIdentity);
    await this.runMiddleware(context, logic);
    const type: string = activity.type;
    if (type !== 'invoke') return undefined;
    const answered = context.turnState.get<Activity | undefined>(INVOKE_RESPONSE_KEY);
    return (answered?.value as InvokeResponse | undefined) ?? { status: StatusCodes.NOT_IMPLEMENTED };
  }
}
