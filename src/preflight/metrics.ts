/** Advice about the metrics of an iteration. */

import { type PlacedMessage, quote } from './advice.ts';
import type { Iteration } from './read.ts';

/** The primary metric must be one of the metrics. No advice if `metrics` cannot be read. */
export function* primaryNotInMetrics({ fields, metrics }: Iteration): Iterable<PlacedMessage> {
  if (metrics === undefined) return;
  const keys = new Set(metrics.map((metric) => metric.fields.get('key')));
  for (const name of ['primarySingleMetricKey', 'primaryFunnelKey']) {
    const key = fields.get(name);
    if (typeof key !== 'string' || keys.has(key)) continue;
    const message = `${quote(key)} is not the key of any of the metrics: add it to metrics, or name one of them.`;
    yield { path: [name], message };
  }
}

/** The primary funnel must be a metric group. A metric and a group may share a key, so one group with it is enough. */
export function* primaryFunnelNotGroup({ fields, metrics = [] }: Iteration): Iterable<PlacedMessage> {
  const key = fields.get('primaryFunnelKey');
  if (typeof key !== 'string') return;
  const named = metrics.filter((metric) => metric.fields.get('key') === key);
  if (named.some((metric) => metric.fields.get('isGroup') === true)) return;
  for (const metric of named) {
    const isGroup = metric.fields.get('isGroup');
    if (isGroup !== undefined && isGroup !== false) continue;
    const there = isGroup === false ? 'has isGroup false' : 'has no isGroup';
    yield {
      path: isGroup === false ? [...metric.path, 'isGroup'] : metric.path,
      message: `The primary funnel ${quote(key)} ${there}: set isGroup to true, or name a metric group.`,
    };
  }
}

/** `primary` of a metric is deprecated. */
export function* metricPrimaryDeprecated({ metrics = [] }: Iteration): Iterable<PlacedMessage> {
  for (const { path, fields } of metrics) {
    if (!fields.has('primary')) continue;
    const message = 'primary is deprecated: use primarySingleMetricKey or primaryFunnelKey of the iteration instead.';
    yield { path: [...path, 'primary'], message };
  }
}
