npx launchdarkly-iteration-contract validate iteration.yaml
