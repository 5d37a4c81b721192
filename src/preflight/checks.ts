/** Every check of the advice, with its code and severity. */

import type { AdviceCode, AdviceSeverity, Check } from './advice.ts';
import { reallocationForBandits, ruleIdFallthrough } from './flags.ts';
import { metricPrimaryDeprecated, primaryFunnelNotGroup, primaryNotInMetrics } from './metrics.ts';
import { unknownProperty } from './properties.ts';
import * as treatments from './treatments.ts';

/** Every check by its code, in the order of its advice. */
export const checks: Readonly<Record<AdviceCode, { severity: AdviceSeverity; check: Check }>> = {
  'baseline-count': { severity: 'warning', check: treatments.baselineCount },
  'single-treatment': { severity: 'warning', check: treatments.singleTreatment },
  'allocation-sum': { severity: 'warning', check: treatments.allocationSum },
  'allocation-not-decimal': { severity: 'warning', check: treatments.allocationNotDecimal },
  'primary-not-in-metrics': { severity: 'warning', check: primaryNotInMetrics },
  'primary-funnel-not-group': { severity: 'warning', check: primaryFunnelNotGroup },
  'flag-not-listed': { severity: 'warning', check: treatments.flagNotListed },
  'variation-repeated': { severity: 'warning', check: treatments.variationRepeated },
  'treatment-name-repeated': { severity: 'warning', check: treatments.treatmentNameRepeated },
  'metric-primary-deprecated': { severity: 'info', check: metricPrimaryDeprecated },
  'reallocation-for-bandits': { severity: 'info', check: reallocationForBandits },
  'rule-id-fallthrough': { severity: 'warning', check: ruleIdFallthrough },
  'unknown-property': { severity: 'warning', check: unknownProperty },
};
