/** Signs in at the local provider's page as a browser would, without one: keeps cookies, picks a person, goes back. */
export async function pickPerson(address: URL, personId: string): Promise<void> {
  const cookies = new Map<string, string>();
  const go = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  let url = address;
  let response = await go(url);
  for (let hops = 0; hops < 10; hops += 1) {
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      response = await go(url);
    } else if (url.pathname.startsWith('/sign-in/')) {
      response = await go(url, { method: 'POST', body: new URLSearchParams({ person: personId }) });
    } else {
      await response.body?.cancel();
      return;
    }
  }
  throw new Error(`the sign-in went in circles, last at ${url.href}`);
}
