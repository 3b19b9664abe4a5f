// What a seed file may hold, in the order in which it is sent: whom an agent needs comes before it, and what restricts
// comes before what grants.

const kinds = [
  { section: 'guardrails', names: ['id'], path: ({ id }) => ['guardrails', id] },
  { section: 'people', names: ['id'], path: ({ id }) => ['people', id] },
  { section: 'resources', names: ['type', 'id'], path: ({ type, id }) => ['resources', type, id] },
  { section: 'agents', names: ['id'], path: ({ id }) => ['agents', id] },
  { section: 'principals', names: ['type', 'id'], path: ({ type, id }) => ['imports', type, id] },
  { section: 'delegations', names: ['person_id', 'agent_id'], path: ({ person_id, agent_id }) => ['delegations', person_id, agent_id] },
];

/** Every element of the file, in order; throws an Error that names the first one at fault. */
export function elementsOf(file) {
  refuseUnless(isObject(file), 'the file must be an object');
  for (const name of Object.keys(file)) {
    refuseUnless(name === 'tenant' || kinds.some(({ section }) => section === name), `\`${name}\` is not a section`);
  }
  const elements = [];
  if (file.tenant !== undefined) {
    refuseUnless(isObject(file.tenant), '`tenant` must be an object');
    elements.push({ name: 'tenant', path: '/tenant', body: JSON.stringify(file.tenant) });
  }
  for (const kind of kinds) {
    elements.push(...elementsOfKind(kind, file[kind.section] ?? []));
  }
  return elements;
}

function elementsOfKind(kind, items) {
  refuseUnless(Array.isArray(items), `\`${kind.section}\` must be a list`);
  const seen = new Map();
  return items.map((item, index) => {
    const place = `${kind.section}[${index}]`;
    refuseUnless(isObject(item), `${place} must be an object`);
    for (const name of kind.names) {
      refuseUnless(typeof item[name] === 'string' && item[name].length > 0, `${place} must have a \`${name}\``);
    }
    const path = `/${kind.path(item).map(segment).join('/')}`;
    refuseUnless(!seen.has(path), `${place} names the same as ${kind.section}[${seen.get(path)}]`);
    seen.set(path, index);
    return { name: `${place} ${kind.names.map((name) => item[name]).join(' ')}`, path, ...(kind.section === 'principals' ? linesOf(item, place) : bodyOf(item, kind)) };
  });
}

function bodyOf(item, kind) {
  const rest = Object.entries(item).filter(([name]) => !kind.names.includes(name));
  return { body: JSON.stringify(Object.fromEntries(rest)) };
}

// One line for the principal, one for each entitlement: see docs/wire.md.
function linesOf({ type, id, entitlements = [], ...rest }, place) {
  refuseUnless(Array.isArray(entitlements), `${place}.entitlements must be a list`);
  const ids = new Map();
  entitlements.forEach((entitlement, index) => {
    refuseUnless(isObject(entitlement), `${place}.entitlements[${index}] must be an object`);
    const first = ids.get(entitlement.id);
    refuseUnless(first === undefined, `${place}.entitlements[${index}] has the id of entitlements[${first}]`);
    ids.set(entitlement.id, index);
  });
  return { import: true, body: [rest, ...entitlements].map((line) => JSON.stringify(line)).join('\n') };
}

// Bytes that hosts and proxies may touch are written ~XX; `.` and `..` too.
function segment(text) {
  const plain = text === '.' || text === '..' ? /[A-Za-z0-9_-]/ : /[A-Za-z0-9._-]/;
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => (plain.test(String.fromCharCode(byte)) && byte < 128 ? String.fromCharCode(byte) : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('');
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseUnless(holds, fault) {
  if (!holds) {
    throw new Error(fault);
  }
}
