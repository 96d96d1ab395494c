// SPDX-License-Identifier: GPL-3.0-or-later
// Checks replies against the schemas of the contract file.
import { existsSync, readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The contract at `path`, or null when there is none. */
export function loadContract(path) {
  if (!path || !existsSync(path)) return null;
  const document = JSON.parse(readFileSync(path, 'utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  ajv.addFormat('unixtime', { type: 'number', validate: (value) => Number.isInteger(value) && value >= 0 });
  ajv.addFormat('binary', true);
  ajv.addSchema(document, 'contract');
  return new Contract(document, ajv);
}

class Contract {
  #document;
  #ajv;
  #compiled = new Map();
  /** Operations that were judged at least once, as "GET /files". */
  seen = new Set();

  constructor(document, ajv) {
    this.#document = document;
    this.#ajv = ajv;
  }

  /** Throws when `body` is not what the contract says that this operation answers with `status`. */
  check(method, path, status, body) {
    const template = this.#template(path);
    const operation = template && this.#document.paths[template][method.toLowerCase()];
    if (!operation) throw new Error(`the contract knows no ${method} ${path}`);
    const reference =
      status >= 400
        ? '#/components/schemas/ErrorResponse'
        : `#/paths/${escape(template)}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`;
    const validate = this.#validator(reference);
    if (!validate(body)) {
      const faults = validate.errors.slice(0, 5).map((each) => `${each.instancePath} ${each.message}`);
      throw new Error(`${method} ${path} ${status} breaks the contract: ${faults.join('; ')}`);
    }
    this.seen.add(`${method} ${template} ${status < 400 ? 'ok' : 'error'}`);
  }

  #template(path) {
    const wanted = path.split('/');
    const matches = (template) => {
      const parts = template.split('/');
      return parts.length === wanted.length && parts.every((part, i) => part.startsWith('{') || part === wanted[i]);
    };
    return Object.keys(this.#document.paths).find(matches);
  }

  #validator(reference) {
    if (!this.#compiled.has(reference)) this.#compiled.set(reference, this.#ajv.compile({ $ref: `contract${reference}` }));
    return this.#compiled.get(reference);
  }
}

function escape(pointer) {
  return encodeURIComponent(pointer.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** A fetch that hands every JSON reply of the API to the contract before the client sees it. */
export function checkedFetch(contract, basePath = '/v1') {
  return async (input, init) => {
    const response = await fetch(input, init);
    const type = response.headers.get('content-type') ?? '';
    const url = new URL(typeof input === 'string' || input instanceof URL ? input : input.url);
    if (contract && type.startsWith('application/json'))
      contract.check(init?.method ?? 'GET', url.pathname.slice(basePath.length), response.status, await response.clone().json());
    return response;
  };
}
