/** Why this exists: from what a job wants to read, the policy that allows exactly that (openbao.org/docs/concepts/policies). */

import type { Location } from '../vault/mounts.ts';

export type Capability = 'read' | 'list' | 'update';

/** `exact`: this path. `segment`: whatever lies directly below it. `subtree`: whatever lies anywhere below it. */
export interface Rule {
  readonly path: string;
  readonly reach: 'exact' | 'segment' | 'subtree';
  readonly capabilities: readonly Capability[];
}

/** A secret, or a folder of them. */
export interface Need extends Pick<Location, 'apiPath' | 'listPath'> {
  readonly folder?: 'direct' | 'deep' | undefined;
}

/** The rules for what is read; escapes in the paths are resolved, as a server does before it asks its policies. */
export function rulesOf({ apiPath, listPath, folder }: Need): readonly Rule[] {
  const [secrets, names] = [decodeURIComponent(apiPath), decodeURIComponent(listPath)];
  if (!folder) return [{ path: secrets, reach: 'exact', capabilities: ['read'] }];
  const list: Rule = { path: `${names}/`, reach: 'exact', capabilities: ['list'] };
  if (folder === 'direct') return [list, { path: secrets, reach: 'segment', capabilities: ['read'] }];
  return [
    list,
    { path: names, reach: 'subtree', capabilities: ['list'] },
    { path: secrets, reach: 'subtree', capabilities: ['read'] },
  ];
}

/** The rule for a certificate, or for anything else that is written to. */
export function updateRule(path: string): Rule {
  return { path: decodeURIComponent(path), reach: 'exact', capabilities: ['update'] };
}

/** The path of a rule, as a policy has it. */
export function pattern({ path, reach }: Pick<Rule, 'path' | 'reach'>): string {
  return reach === 'exact' ? path : `${path}/${reach === 'segment' ? '+' : '*'}`;
}

/**
 * The fewest rules that allow the same. Of all that match a request, a server takes the most specific one alone: so that
 * one gets what the wider ones allow, and goes where it then says nothing more than they do.
 */
export function simplified(rules: readonly Rule[]): readonly Rule[] {
  const widened = rules.map((rule) => ({ ...rule, capabilities: allowedAt(rule, rules) }));
  const distinct = [...new Map(widened.map((rule) => [pattern(rule), rule])).values()];
  return distinct.filter((rule) => !isIdle(rule, distinct));
}

const ORDER: readonly Capability[] = ['read', 'list', 'update'];

function allowedAt(rule: Rule, rules: readonly Rule[]): readonly Capability[] {
  const all = rules.filter((one) => covers(one, rule)).flatMap(({ capabilities }) => capabilities);
  return ORDER.filter((capability) => all.includes(capability));
}

/** Whether everything that `inner` matches is matched by `outer`. */
function covers(outer: Rule, inner: Rule): boolean {
  if (pattern(outer) === pattern(inner)) return true;
  const below = inner.path.startsWith(`${outer.path}/`) || inner.path === outer.path;
  if (outer.reach === 'subtree') return below && (inner.reach !== 'exact' || inner.path !== outer.path);
  const rest = inner.path.slice(outer.path.length + 1);
  return outer.reach === 'segment' && inner.reach === 'exact' && below && /^[^/]+$/.test(rest);
}

/** A folder's own rule stays where there is one for a secret of the same name: a list would be judged by that one. */
function isIdle(rule: Rule, rules: readonly Rule[]): boolean {
  const shadow = rule.path.endsWith('/') && rules.some((one) => `${pattern(one)}/` === rule.path);
  const same = (one: Rule): boolean => one.capabilities.join() === rule.capabilities.join();
  return !shadow && rules.some((one) => one !== rule && covers(one, rule) && same(one));
}

/** What paths in a policy begin with: it lies in the namespace of the login. Undefined where no policy there reaches. */
export function prefixOf({
  namespace,
  authNamespace,
}: {
  readonly namespace?: string | undefined;
  readonly authNamespace?: string | undefined;
}): string | undefined {
  if (namespace === authNamespace) return '';
  if (authNamespace === undefined) return `${namespace}/`;
  return namespace?.startsWith(`${authNamespace}/`)
    ? `${namespace.slice(authNamespace.length + 1)}/`
    : undefined;
}

/** Why no policy can name this path and no other, or undefined: policies have wildcards and templates, but no escapes. */
export function inexpressible({ path, reach }: Rule): string | undefined {
  const segments = path.split('/');
  if (path.includes('{{')) return 'a policy takes {{ for the begin of a template';
  if (segments.includes('+')) return 'a policy takes + for any segment';
  if (path.includes('+*')) return 'a policy may not hold +*';
  return reach === 'exact' && path.endsWith('*') ? 'a policy takes * at its end for anything' : undefined;
}

/** The policy as HCL. */
export function policyText(rules: readonly Rule[]): string {
  return rules
    .map((rule) => {
      const capabilities = rule.capabilities.map((capability) => `"${capability}"`).join(', ');
      return `path "${quoted(pattern(rule))}" {\n  capabilities = [${capabilities}]\n}\n`;
    })
    .join('\n');
}

/** In HCL, `${` begins an interpolation also between quotes. */
function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replaceAll('${', '\\u0024{');
}
