/** Shows an experiment as Get experiment does: fields that `expand` can name are left out unless requested. */

import type { Experiment, IterationRep } from '../../../generated/schema.d.ts';
import { firstCreation, link, nameOf } from '../draft.ts';
import { randomOf } from '../random.ts';
import { mutableFieldsByStatus } from './fields.ts';
import type { Life } from './life.ts';
import type { ExperimentKeys } from './lives.ts';

/** Returns a made-up experiment in its initial state, the same for the same keys. */
export function newLife({ projectKey, environmentKey, experimentKey }: ExperimentKeys): Life {
  const random = randomOf(JSON.stringify([projectKey, environmentKey, experimentKey]));
  const parent = `/api/v2/projects/${projectKey}/environments/${environmentKey}`;
  const experiment = {
    _id: random.hex(24),
    key: experimentKey,
    name: nameOf(experimentKey),
    _maintainerId: random.hex(24),
    _creationDate: firstCreation,
    environmentKey,
    methodology: 'bayesian' as const,
    dataSource: 'launchdarkly' as const,
    type: 'experiment',
    _links: { parent: link(parent), self: link(`${parent}/experiments/${experimentKey}`) },
  };
  return { experiment, previous: [], since: firstCreation, steps: 0 };
}

/** Returns an experiment with the fields that `expand` names, where they are not empty. */
export function experimentOf({ experiment, draft, current, previous }: Life, expand: ReadonlySet<string>): Experiment {
  const { analysisConfig = { bayesianThreshold: '95' }, ...plain } = experiment;
  const shown = (iteration: IterationRep): IterationRep => {
    const { treatments, secondaryMetrics, ...others } = iteration;
    return {
      ...others,
      ...(expand.has('treatments') && treatments && { treatments }),
      ...(expand.has('secondaryMetrics') && secondaryMetrics && { secondaryMetrics }),
    };
  };
  return {
    ...plain,
    ...(current && { currentIteration: shown(current) }),
    ...(expand.has('draftIteration') && draft && { draftIteration: shown(draft) }),
    ...(expand.has('previousIterations') && previous.length > 0 && { previousIterations: previous.map(shown) }),
    ...(expand.has('analysisConfig') && { analysisConfig }),
    ...(expand.has('mutableFieldsByStatus') && { mutableFieldsByStatus }),
  };
}
