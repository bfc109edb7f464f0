/** As much of a browser as signing in needs: cookies, and redirects followed one by one. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects on the same host; the last answer, and where it came from or points to. */
  async follow(url: string, form?: Record<string, string>): Promise<{ url: string; response: Response }> {
    const { host } = new URL(url);
    let response = await this.open(url, form);
    let at = url;
    for (let hops = 0; hops < 10; hops++) {
      const location = response.headers.get('location');
      if (location === null) break;
      at = new URL(location, at).href;
      if (new URL(at).host !== host) break;
      response = await this.open(at);
    }
    return { url: at, response };
  }
}
