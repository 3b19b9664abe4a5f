// Talks to the app: puts an element, and says whether that created, replaced or changed nothing.

const attempts = 6;
const roles = 'Agents.Read Agents.Write People.Read People.Write Policy.Read Policy.Write Tenant.Read Tenant.Write';

export class App {
  #url;
  #localCloud;
  #token;

  constructor({ url, localCloud, token }) {
    this.#url = url.replace(/\/$/, '');
    this.#localCloud = localCloud.replace(/\/$/, '');
    this.#token = token;
  }

  /** `created`, `replaced` or `unchanged`; throws an Error that says what the app answered. */
  async put(element) {
    return element.import ? this.#import(element) : this.#putDocument(element);
  }

  async #import({ path, body }) {
    const answer = await this.#send('PUT', path, { 'Content-Type': 'application/x-ndjson' }, body);
    const counts = await read(answer, [200]);
    if (counts.unchanged) {
      return 'unchanged';
    }
    return counts.version === 1 ? 'created' : 'replaced';
  }

  async #putDocument({ path, body }) {
    for (let attempt = 1; ; attempt++) {
      const present = await this.#send('GET', path, {});
      const before = present.headers.get('etag');
      await read(present, [200, 404]);
      const condition = before === null ? { 'If-None-Match': '*' } : { 'If-Match': before };
      const answer = await this.#send('PUT', path, { 'Content-Type': 'application/json', ...condition }, body);
      // Somebody else changed it between the two.
      if (answer.status === 412 && attempt < attempts) {
        await answer.arrayBuffer();
        continue;
      }
      await read(answer, [200, 201]);
      if (answer.status === 201) {
        return 'created';
      }
      return answer.headers.get('etag') === before ? 'unchanged' : 'replaced';
    }
  }

  async #send(method, path, headers, body) {
    for (let attempt = 1; ; attempt++) {
      const fresh = this.#token === undefined;
      this.#token ??= await this.#askForToken();
      const answer = await this.#fetch(`${this.#url}${path}`, {
        method, body, headers: { ...headers, Authorization: `Bearer ${this.#token}` },
      });
      if (answer.status === 401 && !fresh && process.env.SEED_TOKEN === undefined && attempt < attempts) {
        this.#token = undefined;
      } else if (answer.status !== 503 || attempt === attempts) {
        return answer;
      } else {
        await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after') ?? 1)));
      }
      await answer.arrayBuffer();
    }
  }

  async #askForToken() {
    const answer = await this.#fetch(`${this.#localCloud}/local/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'seed', roles }),
    });
    return (await read(answer, [200])).access_token;
  }

  async #fetch(url, request) {
    try {
      return await fetch(url, request);
    } catch (fault) {
      throw new Error(`${url} cannot be reached: ${fault.cause?.code ?? fault.message}`);
    }
  }
}

async function read(answer, expected) {
  const text = await answer.text();
  if (!expected.includes(answer.status)) {
    throw new Error(`the app answered ${answer.status}: ${describe(text)}`);
  }
  return text.length === 0 || answer.status === 404 ? {} : JSON.parse(text);
}

function describe(text) {
  try {
    const { code, detail, title } = JSON.parse(text);
    return `${code ?? title}${detail === undefined ? '' : `, ${detail}`}`;
  } catch {
    return text.slice(0, 200);
  }
}
