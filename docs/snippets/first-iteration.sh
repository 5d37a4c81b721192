npm install launchdarkly-iteration-contract
npx launchdarkly-iteration-contract mock &
cat > iteration.json << 'JSON'
{ "hypothesis": "Green sells", "metrics": [{ "key": "sales" }], "primarySingleMetricKey": "sales",
  "treatments": [
    { "name": "Gray", "baseline": true, "allocationPercent": "50", "parameters": [{ "flagKey": "button", "variationId": "a1" }] },
    { "name": "Green", "baseline": false, "allocationPercent": "50", "parameters": [{ "flagKey": "button", "variationId": "b2" }] }],
  "flags": { "button": { "ruleId": "fallthrough", "flagConfigVersion": 12 } } }
JSON
LAUNCHDARKLY_ACCESS_TOKEN=api-any npx launchdarkly-iteration-contract create iteration.json \
  --server http://localhost:4010 --project my-project --environment test --experiment button
