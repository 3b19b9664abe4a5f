// JSON.parse keeps the last of two members of one name and rounds numbers without a word. A policy must not be read so.

const token = /[ \t\r\n]+|[{}[\],:]|"(?:[^"\\]|\\.)*"|-?[0-9][0-9eE+.-]*|true|false|null/y;

/** Parses strictly; throws an Error that names line and fault. */
export function parseStrictly(text) {
  const value = JSON.parse(text);
  const open = [];
  token.lastIndex = 0;
  for (let match; (match = token.exec(text)) !== null;) {
    check(match[0], open, () => text.slice(0, match.index).split('\n').length);
  }
  return value;
}

// The text is known to be JSON: only what JSON.parse lets through is looked for.
function check(found, open, line) {
  const place = open.at(-1);
  if (found === '{' || found === '[') {
    open.push({ names: found === '{' ? new Set() : null, atName: found === '{' });
  } else if (found === '}' || found === ']') {
    open.pop();
  } else if (found === ',') {
    place.atName = place.names !== null;
  } else if (found[0] === '"' && place?.atName) {
    const name = JSON.parse(found);
    if (place.names.has(name)) {
      throw new Error(`line ${line()}: \`${name}\` appears twice in one object`);
    }
    place.names.add(name);
    place.atName = false;
  } else if (/^-?[0-9]/.test(found) && isRounded(found)) {
    throw new Error(`line ${line()}: ${found} cannot be held exactly as a number`);
  }
}

function isRounded(number) {
  const digits = number.replace(/[eE].*$/, '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  return !Number.isFinite(Number(number)) || digits.length > 15;
}
