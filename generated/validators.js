/** Written by `make generate` from spec/. Do not edit. */


export const iterationInputErrors = validate20;
const schema31 = {"$id":"iterationInputErrors","$ref":"contract#/$defs/IterationInput"};
const schema33 = {"type":"object","required":["hypothesis","metrics","treatments","flags"],"allOf":[{"$ref":"#/$defs/PrimaryMetricSelector"}],"properties":{"hypothesis":{"type":"string"},"canReshuffleTraffic":{"type":"boolean","default":true},"metrics":{"type":"array","items":{"$ref":"#/$defs/MetricInput"}},"primarySingleMetricKey":{"type":"string"},"primaryFunnelKey":{"type":"string"},"treatments":{"type":"array","items":{"$ref":"#/$defs/TreatmentInput"}},"flags":{"type":"object","additionalProperties":{"$ref":"#/$defs/FlagInput"}},"randomizationUnit":{"type":"string","default":"user"},"reallocationFrequencyMillis":{"type":"integer"},"covariateId":{"type":"string"},"attributes":{"type":"array","items":{"type":"string"}}},"additionalProperties":false};
const schema34 = {"anyOf":[{"title":"Primary single metric","type":"object","required":["primarySingleMetricKey"],"properties":{"primarySingleMetricKey":{"type":"string"}}},{"title":"Primary funnel","type":"object","required":["primaryFunnelKey"],"properties":{"primaryFunnelKey":{"type":"string"}}}]};
const schema35 = {"type":"object","required":["key"],"properties":{"key":{"type":"string"},"isGroup":{"type":"boolean","default":false},"primary":{"type":"boolean","deprecated":true},"analysisUnit":{"type":"string"}},"additionalProperties":false};
const schema38 = {"type":"object","required":["ruleId","flagConfigVersion"],"properties":{"ruleId":{"type":"string"},"flagConfigVersion":{"type":"integer"},"notInExperimentVariationId":{"type":"string"}},"additionalProperties":false};
const func0 = Object.prototype.hasOwnProperty;
const schema36 = {"type":"object","required":["name","baseline","allocationPercent","parameters"],"properties":{"name":{"type":"string"},"baseline":{"type":"boolean"},"allocationPercent":{"type":"string"},"parameters":{"type":"array","items":{"$ref":"#/$defs/TreatmentParameterInput"}}},"additionalProperties":false};
const schema37 = {"type":"object","required":["flagKey","variationId"],"properties":{"flagKey":{"type":"string"},"variationId":{"type":"string"}},"additionalProperties":false};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.baseline === undefined) || (!(func0.call(data, "baseline")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "baseline"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.allocationPercent === undefined) || (!(func0.call(data, "allocationPercent")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "allocationPercent"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.parameters === undefined) || (!(func0.call(data, "parameters")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "parameters"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "name") || (key0 === "baseline")) || (key0 === "allocationPercent")) || (key0 === "parameters"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.baseline !== undefined && func0.call(data, "baseline")){
if(typeof data.baseline !== "boolean"){
const err6 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.allocationPercent !== undefined && func0.call(data, "allocationPercent")){
if(typeof data.allocationPercent !== "string"){
const err7 = {instancePath:instancePath+"/allocationPercent",schemaPath:"#/properties/allocationPercent/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.parameters !== undefined && func0.call(data, "parameters")){
let data3 = data.parameters;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if((data4.flagKey === undefined) || (!(func0.call(data4, "flagKey")))){
const err8 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/$defs/TreatmentParameterInput/required",keyword:"required",params:{missingProperty: "flagKey"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data4.variationId === undefined) || (!(func0.call(data4, "variationId")))){
const err9 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/$defs/TreatmentParameterInput/required",keyword:"required",params:{missingProperty: "variationId"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key1 of Object.keys(data4)){
if(!((key1 === "flagKey") || (key1 === "variationId"))){
const err10 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/$defs/TreatmentParameterInput/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.flagKey !== undefined && func0.call(data4, "flagKey")){
if(typeof data4.flagKey !== "string"){
const err11 = {instancePath:instancePath+"/parameters/" + i0+"/flagKey",schemaPath:"#/$defs/TreatmentParameterInput/properties/flagKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.variationId !== undefined && func0.call(data4, "variationId")){
if(typeof data4.variationId !== "string"){
const err12 = {instancePath:instancePath+"/parameters/" + i0+"/variationId",schemaPath:"#/$defs/TreatmentParameterInput/properties/variationId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/$defs/TreatmentParameterInput/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs3 = errors;
let valid2 = false;
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.primarySingleMetricKey === undefined) || (!(func0.call(data, "primarySingleMetricKey")))){
const err0 = {instancePath,schemaPath:"#/$defs/PrimaryMetricSelector/anyOf/0/required",keyword:"required",params:{missingProperty: "primarySingleMetricKey"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.primarySingleMetricKey !== undefined && func0.call(data, "primarySingleMetricKey")){
if(typeof data.primarySingleMetricKey !== "string"){
const err1 = {instancePath:instancePath+"/primarySingleMetricKey",schemaPath:"#/$defs/PrimaryMetricSelector/anyOf/0/properties/primarySingleMetricKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/$defs/PrimaryMetricSelector/anyOf/0/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs4 === errors;
valid2 = valid2 || _valid0;
if(_valid0){
var props0 = {};
props0.primarySingleMetricKey = true;
}
const _errs8 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.primaryFunnelKey === undefined) || (!(func0.call(data, "primaryFunnelKey")))){
const err3 = {instancePath,schemaPath:"#/$defs/PrimaryMetricSelector/anyOf/1/required",keyword:"required",params:{missingProperty: "primaryFunnelKey"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.primaryFunnelKey !== undefined && func0.call(data, "primaryFunnelKey")){
if(typeof data.primaryFunnelKey !== "string"){
const err4 = {instancePath:instancePath+"/primaryFunnelKey",schemaPath:"#/$defs/PrimaryMetricSelector/anyOf/1/properties/primaryFunnelKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/$defs/PrimaryMetricSelector/anyOf/1/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid2 = valid2 || _valid0;
if(_valid0){
if(props0 !== true){
props0 = props0 || {};
props0.primaryFunnelKey = true;
}
}
if(!valid2){
const err6 = {instancePath,schemaPath:"#/$defs/PrimaryMetricSelector/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.hypothesis === undefined) || (!(func0.call(data, "hypothesis")))){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hypothesis"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((data.metrics === undefined) || (!(func0.call(data, "metrics")))){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metrics"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if((data.treatments === undefined) || (!(func0.call(data, "treatments")))){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "treatments"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((data.flags === undefined) || (!(func0.call(data, "flags")))){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "flags"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema33.properties, key0))){
const err11 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.hypothesis !== undefined && func0.call(data, "hypothesis")){
if(typeof data.hypothesis !== "string"){
const err12 = {instancePath:instancePath+"/hypothesis",schemaPath:"#/properties/hypothesis/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.canReshuffleTraffic !== undefined && func0.call(data, "canReshuffleTraffic")){
if(typeof data.canReshuffleTraffic !== "boolean"){
const err13 = {instancePath:instancePath+"/canReshuffleTraffic",schemaPath:"#/properties/canReshuffleTraffic/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.metrics !== undefined && func0.call(data, "metrics")){
let data4 = data.metrics;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if((data5.key === undefined) || (!(func0.call(data5, "key")))){
const err14 = {instancePath:instancePath+"/metrics/" + i0,schemaPath:"#/$defs/MetricInput/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 of Object.keys(data5)){
if(!((((key1 === "key") || (key1 === "isGroup")) || (key1 === "primary")) || (key1 === "analysisUnit"))){
const err15 = {instancePath:instancePath+"/metrics/" + i0,schemaPath:"#/$defs/MetricInput/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.key !== undefined && func0.call(data5, "key")){
if(typeof data5.key !== "string"){
const err16 = {instancePath:instancePath+"/metrics/" + i0+"/key",schemaPath:"#/$defs/MetricInput/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.isGroup !== undefined && func0.call(data5, "isGroup")){
if(typeof data5.isGroup !== "boolean"){
const err17 = {instancePath:instancePath+"/metrics/" + i0+"/isGroup",schemaPath:"#/$defs/MetricInput/properties/isGroup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.primary !== undefined && func0.call(data5, "primary")){
if(typeof data5.primary !== "boolean"){
const err18 = {instancePath:instancePath+"/metrics/" + i0+"/primary",schemaPath:"#/$defs/MetricInput/properties/primary/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data5.analysisUnit !== undefined && func0.call(data5, "analysisUnit")){
if(typeof data5.analysisUnit !== "string"){
const err19 = {instancePath:instancePath+"/metrics/" + i0+"/analysisUnit",schemaPath:"#/$defs/MetricInput/properties/analysisUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/metrics/" + i0,schemaPath:"#/$defs/MetricInput/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.primarySingleMetricKey !== undefined && func0.call(data, "primarySingleMetricKey")){
if(typeof data.primarySingleMetricKey !== "string"){
const err22 = {instancePath:instancePath+"/primarySingleMetricKey",schemaPath:"#/properties/primarySingleMetricKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.primaryFunnelKey !== undefined && func0.call(data, "primaryFunnelKey")){
if(typeof data.primaryFunnelKey !== "string"){
const err23 = {instancePath:instancePath+"/primaryFunnelKey",schemaPath:"#/properties/primaryFunnelKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.treatments !== undefined && func0.call(data, "treatments")){
let data12 = data.treatments;
if(Array.isArray(data12)){
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
if(!(validate23(data12[i1], {instancePath:instancePath+"/treatments/" + i1,parentData:data12,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
else {
const err24 = {instancePath:instancePath+"/treatments",schemaPath:"#/properties/treatments/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.flags !== undefined && func0.call(data, "flags")){
let data14 = data.flags;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 of Object.keys(data14)){
let data15 = data14[key2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if((data15.ruleId === undefined) || (!(func0.call(data15, "ruleId")))){
const err25 = {instancePath:instancePath+"/flags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/FlagInput/required",keyword:"required",params:{missingProperty: "ruleId"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((data15.flagConfigVersion === undefined) || (!(func0.call(data15, "flagConfigVersion")))){
const err26 = {instancePath:instancePath+"/flags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/FlagInput/required",keyword:"required",params:{missingProperty: "flagConfigVersion"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key3 of Object.keys(data15)){
if(!(((key3 === "ruleId") || (key3 === "flagConfigVersion")) || (key3 === "notInExperimentVariationId"))){
const err27 = {instancePath:instancePath+"/flags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/FlagInput/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data15.ruleId !== undefined && func0.call(data15, "ruleId")){
if(typeof data15.ruleId !== "string"){
const err28 = {instancePath:instancePath+"/flags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/ruleId",schemaPath:"#/$defs/FlagInput/properties/ruleId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data15.flagConfigVersion !== undefined && func0.call(data15, "flagConfigVersion")){
let data17 = data15.flagConfigVersion;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err29 = {instancePath:instancePath+"/flags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/flagConfigVersion",schemaPath:"#/$defs/FlagInput/properties/flagConfigVersion/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data15.notInExperimentVariationId !== undefined && func0.call(data15, "notInExperimentVariationId")){
if(typeof data15.notInExperimentVariationId !== "string"){
const err30 = {instancePath:instancePath+"/flags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/notInExperimentVariationId",schemaPath:"#/$defs/FlagInput/properties/notInExperimentVariationId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/flags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/FlagInput/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.randomizationUnit !== undefined && func0.call(data, "randomizationUnit")){
if(typeof data.randomizationUnit !== "string"){
const err33 = {instancePath:instancePath+"/randomizationUnit",schemaPath:"#/properties/randomizationUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.reallocationFrequencyMillis !== undefined && func0.call(data, "reallocationFrequencyMillis")){
let data20 = data.reallocationFrequencyMillis;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err34 = {instancePath:instancePath+"/reallocationFrequencyMillis",schemaPath:"#/properties/reallocationFrequencyMillis/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.covariateId !== undefined && func0.call(data, "covariateId")){
if(typeof data.covariateId !== "string"){
const err35 = {instancePath:instancePath+"/covariateId",schemaPath:"#/properties/covariateId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.attributes !== undefined && func0.call(data, "attributes")){
let data22 = data.attributes;
if(Array.isArray(data22)){
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
if(typeof data22[i2] !== "string"){
const err36 = {instancePath:instancePath+"/attributes/" + i2,schemaPath:"#/properties/attributes/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="iterationInputErrors" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate22(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const iterationRepErrors = validate26;
const schema39 = {"$id":"iterationRepErrors","$ref":"contract#/$defs/IterationRep"};
const schema40 = {"type":"object","required":["hypothesis","status","createdAt"],"properties":{"_id":{"type":"string"},"hypothesis":{"type":"string"},"status":{"type":"string","enum":["not_started","running","stopped"],"x-open-enum":true},"createdAt":{"type":"integer","format":"int64"},"startedAt":{"type":"integer","format":"int64"},"endedAt":{"type":"integer","format":"int64"},"winningTreatmentId":{"type":"string"},"winningReason":{"type":"string"},"canReshuffleTraffic":{"type":"boolean"},"flags":{"type":"object","additionalProperties":{"$ref":"#/$defs/FlagRep"}},"reallocationFrequencyMillis":{"type":"integer"},"version":{"type":"integer"},"primaryMetric":{"$ref":"#/$defs/DependentMetricOrMetricGroupRep","deprecated":true},"primarySingleMetric":{"$ref":"#/$defs/MetricV2Rep"},"primaryFunnel":{"$ref":"#/$defs/DependentMetricGroupRepWithMetrics"},"randomizationUnit":{"type":"string"},"attributes":{"type":"array","items":{"type":"string"}},"treatments":{"type":"array","items":{"$ref":"#/$defs/TreatmentRep"}},"secondaryMetrics":{"type":"array","deprecated":true,"items":{"$ref":"#/$defs/MetricV2Rep"}},"metrics":{"type":"array","items":{"$ref":"#/$defs/DependentMetricOrMetricGroupRep"}},"layerSnapshot":{"$ref":"#/$defs/LayerSnapshotRep"},"covariateInfo":{"$ref":"#/$defs/CovariateInfoRep"}},"additionalProperties":false};
const schema53 = {"type":"object","required":["key","name","reservationPercent","otherReservationPercent"],"properties":{"key":{"type":"string"},"name":{"type":"string"},"reservationPercent":{"type":"integer"},"otherReservationPercent":{"type":"integer"}},"additionalProperties":false};
const schema54 = {"type":"object","required":["id","fileName","createdAt"],"properties":{"id":{"type":"string"},"fileName":{"type":"string"},"createdAt":{"type":"integer","format":"int64"}},"additionalProperties":false};
const schema41 = {"type":"object","required":["_links"],"properties":{"targetingRule":{"type":"string"},"targetingRuleDescription":{"type":"string"},"targetingRuleClauses":{"type":"array","items":{}},"flagConfigVersion":{"type":"integer"},"notInExperimentVariationId":{"type":"string"},"_links":{"type":"object","additionalProperties":{"$ref":"#/$defs/Link"}}},"additionalProperties":false};
const schema42 = {"type":"object","properties":{"href":{"type":"string"},"type":{"type":"string"}},"additionalProperties":false};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data._links === undefined) || (!(func0.call(data, "_links")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "_links"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((key0 === "targetingRule") || (key0 === "targetingRuleDescription")) || (key0 === "targetingRuleClauses")) || (key0 === "flagConfigVersion")) || (key0 === "notInExperimentVariationId")) || (key0 === "_links"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.targetingRule !== undefined && func0.call(data, "targetingRule")){
if(typeof data.targetingRule !== "string"){
const err2 = {instancePath:instancePath+"/targetingRule",schemaPath:"#/properties/targetingRule/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.targetingRuleDescription !== undefined && func0.call(data, "targetingRuleDescription")){
if(typeof data.targetingRuleDescription !== "string"){
const err3 = {instancePath:instancePath+"/targetingRuleDescription",schemaPath:"#/properties/targetingRuleDescription/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.targetingRuleClauses !== undefined && func0.call(data, "targetingRuleClauses")){
if(!(Array.isArray(data.targetingRuleClauses))){
const err4 = {instancePath:instancePath+"/targetingRuleClauses",schemaPath:"#/properties/targetingRuleClauses/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.flagConfigVersion !== undefined && func0.call(data, "flagConfigVersion")){
let data3 = data.flagConfigVersion;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err5 = {instancePath:instancePath+"/flagConfigVersion",schemaPath:"#/properties/flagConfigVersion/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.notInExperimentVariationId !== undefined && func0.call(data, "notInExperimentVariationId")){
if(typeof data.notInExperimentVariationId !== "string"){
const err6 = {instancePath:instancePath+"/notInExperimentVariationId",schemaPath:"#/properties/notInExperimentVariationId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data._links !== undefined && func0.call(data, "_links")){
let data5 = data._links;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 of Object.keys(data5)){
let data6 = data5[key1];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 of Object.keys(data6)){
if(!((key2 === "href") || (key2 === "type"))){
const err7 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data6.href !== undefined && func0.call(data6, "href")){
if(typeof data6.href !== "string"){
const err8 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/href",schemaPath:"#/$defs/Link/properties/href/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data6.type !== undefined && func0.call(data6, "type")){
if(typeof data6.type !== "string"){
const err9 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Link/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/_links",schemaPath:"#/properties/_links/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema43 = {"type":"object","required":["key","_versionId","name","kind","isGroup","_links"],"properties":{"key":{"type":"string"},"_versionId":{"type":"string"},"name":{"type":"string"},"kind":{"type":"string","enum":["pageview","click","custom","trace","funnel","standard"],"x-open-enum":true},"isNumeric":{"type":"boolean"},"eventKey":{"type":"string"},"_links":{"type":"object","additionalProperties":{"$ref":"#/$defs/Link"}},"isGroup":{"type":"boolean"},"metrics":{"type":"array","items":{"$ref":"#/$defs/MetricInGroupRep"}},"analysisType":{"type":"string","enum":["mean","percentile"],"x-open-enum":true},"analysisUnit":{"type":["string","null"]}},"additionalProperties":false};
const schema45 = {"type":"object","required":["key","name","kind","_links"],"properties":{"key":{"type":"string"},"_versionId":{"type":"string"},"name":{"type":"string"},"kind":{"type":"string","enum":["pageview","click","custom","trace"],"x-open-enum":true},"isNumeric":{"type":"boolean"},"unitAggregationType":{"type":"string","enum":["sum","average","count_distinct"],"x-open-enum":true},"analysisType":{"type":"string","enum":["mean","percentile"],"x-open-enum":true},"eventKey":{"type":"string"},"analysisUnit":{"type":"string"},"_links":{"type":"object","additionalProperties":{"$ref":"#/$defs/Link"}},"nameInGroup":{"type":"string"},"randomizationUnits":{"type":"array","deprecated":true,"items":{"type":"string"}},"analysisUnits":{"type":"array","items":{"type":"string"}}},"additionalProperties":false};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.key === undefined) || (!(func0.call(data, "key")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.kind === undefined) || (!(func0.call(data, "kind")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data._links === undefined) || (!(func0.call(data, "_links")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "_links"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema45.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.key !== undefined && func0.call(data, "key")){
if(typeof data.key !== "string"){
const err5 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data._versionId !== undefined && func0.call(data, "_versionId")){
if(typeof data._versionId !== "string"){
const err6 = {instancePath:instancePath+"/_versionId",schemaPath:"#/properties/_versionId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data3 = data.kind;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((((data3 === "pageview") || (data3 === "click")) || (data3 === "custom")) || (data3 === "trace"))){
const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema45.properties.kind.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.isNumeric !== undefined && func0.call(data, "isNumeric")){
if(typeof data.isNumeric !== "boolean"){
const err10 = {instancePath:instancePath+"/isNumeric",schemaPath:"#/properties/isNumeric/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.unitAggregationType !== undefined && func0.call(data, "unitAggregationType")){
let data5 = data.unitAggregationType;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/unitAggregationType",schemaPath:"#/properties/unitAggregationType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((data5 === "sum") || (data5 === "average")) || (data5 === "count_distinct"))){
const err12 = {instancePath:instancePath+"/unitAggregationType",schemaPath:"#/properties/unitAggregationType/enum",keyword:"enum",params:{allowedValues: schema45.properties.unitAggregationType.enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.analysisType !== undefined && func0.call(data, "analysisType")){
let data6 = data.analysisType;
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/analysisType",schemaPath:"#/properties/analysisType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((data6 === "mean") || (data6 === "percentile"))){
const err14 = {instancePath:instancePath+"/analysisType",schemaPath:"#/properties/analysisType/enum",keyword:"enum",params:{allowedValues: schema45.properties.analysisType.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.eventKey !== undefined && func0.call(data, "eventKey")){
if(typeof data.eventKey !== "string"){
const err15 = {instancePath:instancePath+"/eventKey",schemaPath:"#/properties/eventKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.analysisUnit !== undefined && func0.call(data, "analysisUnit")){
if(typeof data.analysisUnit !== "string"){
const err16 = {instancePath:instancePath+"/analysisUnit",schemaPath:"#/properties/analysisUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data._links !== undefined && func0.call(data, "_links")){
let data9 = data._links;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 of Object.keys(data9)){
let data10 = data9[key1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 of Object.keys(data10)){
if(!((key2 === "href") || (key2 === "type"))){
const err17 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data10.href !== undefined && func0.call(data10, "href")){
if(typeof data10.href !== "string"){
const err18 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/href",schemaPath:"#/$defs/Link/properties/href/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data10.type !== undefined && func0.call(data10, "type")){
if(typeof data10.type !== "string"){
const err19 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Link/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/_links",schemaPath:"#/properties/_links/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.nameInGroup !== undefined && func0.call(data, "nameInGroup")){
if(typeof data.nameInGroup !== "string"){
const err22 = {instancePath:instancePath+"/nameInGroup",schemaPath:"#/properties/nameInGroup/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.randomizationUnits !== undefined && func0.call(data, "randomizationUnits")){
let data14 = data.randomizationUnits;
if(Array.isArray(data14)){
const len0 = data14.length;
for(let i0=0; i0<len0; i0++){
if(typeof data14[i0] !== "string"){
const err23 = {instancePath:instancePath+"/randomizationUnits/" + i0,schemaPath:"#/properties/randomizationUnits/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/randomizationUnits",schemaPath:"#/properties/randomizationUnits/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.analysisUnits !== undefined && func0.call(data, "analysisUnits")){
let data16 = data.analysisUnits;
if(Array.isArray(data16)){
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
if(typeof data16[i1] !== "string"){
const err25 = {instancePath:instancePath+"/analysisUnits/" + i1,schemaPath:"#/properties/analysisUnits/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/analysisUnits",schemaPath:"#/properties/analysisUnits/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.key === undefined) || (!(func0.call(data, "key")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data._versionId === undefined) || (!(func0.call(data, "_versionId")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "_versionId"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.kind === undefined) || (!(func0.call(data, "kind")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.isGroup === undefined) || (!(func0.call(data, "isGroup")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "isGroup"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((data._links === undefined) || (!(func0.call(data, "_links")))){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "_links"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema43.properties, key0))){
const err6 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.key !== undefined && func0.call(data, "key")){
if(typeof data.key !== "string"){
const err7 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data._versionId !== undefined && func0.call(data, "_versionId")){
if(typeof data._versionId !== "string"){
const err8 = {instancePath:instancePath+"/_versionId",schemaPath:"#/properties/_versionId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data3 = data.kind;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((((((data3 === "pageview") || (data3 === "click")) || (data3 === "custom")) || (data3 === "trace")) || (data3 === "funnel")) || (data3 === "standard"))){
const err11 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema43.properties.kind.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.isNumeric !== undefined && func0.call(data, "isNumeric")){
if(typeof data.isNumeric !== "boolean"){
const err12 = {instancePath:instancePath+"/isNumeric",schemaPath:"#/properties/isNumeric/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.eventKey !== undefined && func0.call(data, "eventKey")){
if(typeof data.eventKey !== "string"){
const err13 = {instancePath:instancePath+"/eventKey",schemaPath:"#/properties/eventKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data._links !== undefined && func0.call(data, "_links")){
let data6 = data._links;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 of Object.keys(data6)){
let data7 = data6[key1];
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 of Object.keys(data7)){
if(!((key2 === "href") || (key2 === "type"))){
const err14 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data7.href !== undefined && func0.call(data7, "href")){
if(typeof data7.href !== "string"){
const err15 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/href",schemaPath:"#/$defs/Link/properties/href/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7.type !== undefined && func0.call(data7, "type")){
if(typeof data7.type !== "string"){
const err16 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Link/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/_links",schemaPath:"#/properties/_links/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.isGroup !== undefined && func0.call(data, "isGroup")){
if(typeof data.isGroup !== "boolean"){
const err19 = {instancePath:instancePath+"/isGroup",schemaPath:"#/properties/isGroup/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.metrics !== undefined && func0.call(data, "metrics")){
let data11 = data.metrics;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data11[i0], {instancePath:instancePath+"/metrics/" + i0,parentData:data11,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.analysisType !== undefined && func0.call(data, "analysisType")){
let data13 = data.analysisType;
if(typeof data13 !== "string"){
const err21 = {instancePath:instancePath+"/analysisType",schemaPath:"#/properties/analysisType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((data13 === "mean") || (data13 === "percentile"))){
const err22 = {instancePath:instancePath+"/analysisType",schemaPath:"#/properties/analysisType/enum",keyword:"enum",params:{allowedValues: schema43.properties.analysisType.enum}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.analysisUnit !== undefined && func0.call(data, "analysisUnit")){
let data14 = data.analysisUnit;
if((typeof data14 !== "string") && (data14 !== null)){
const err23 = {instancePath:instancePath+"/analysisUnit",schemaPath:"#/properties/analysisUnit/type",keyword:"type",params:{type: schema43.properties.analysisUnit.type}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema47 = {"type":"object","required":["key","name","kind","_links"],"properties":{"key":{"type":"string"},"_versionId":{"type":"string"},"name":{"type":"string"},"kind":{"type":"string","enum":["pageview","click","custom","trace"],"x-open-enum":true},"isNumeric":{"type":"boolean"},"unitAggregationType":{"type":"string","enum":["sum","average","count_distinct"],"x-open-enum":true},"analysisType":{"type":"string","enum":["mean","percentile"],"x-open-enum":true},"eventKey":{"type":"string"},"analysisUnit":{"type":"string"},"_links":{"type":"object","additionalProperties":{"$ref":"#/$defs/Link"}}},"additionalProperties":false};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.key === undefined) || (!(func0.call(data, "key")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.kind === undefined) || (!(func0.call(data, "kind")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data._links === undefined) || (!(func0.call(data, "_links")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "_links"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema47.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.key !== undefined && func0.call(data, "key")){
if(typeof data.key !== "string"){
const err5 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data._versionId !== undefined && func0.call(data, "_versionId")){
if(typeof data._versionId !== "string"){
const err6 = {instancePath:instancePath+"/_versionId",schemaPath:"#/properties/_versionId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data3 = data.kind;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((((data3 === "pageview") || (data3 === "click")) || (data3 === "custom")) || (data3 === "trace"))){
const err9 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema47.properties.kind.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.isNumeric !== undefined && func0.call(data, "isNumeric")){
if(typeof data.isNumeric !== "boolean"){
const err10 = {instancePath:instancePath+"/isNumeric",schemaPath:"#/properties/isNumeric/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.unitAggregationType !== undefined && func0.call(data, "unitAggregationType")){
let data5 = data.unitAggregationType;
if(typeof data5 !== "string"){
const err11 = {instancePath:instancePath+"/unitAggregationType",schemaPath:"#/properties/unitAggregationType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((data5 === "sum") || (data5 === "average")) || (data5 === "count_distinct"))){
const err12 = {instancePath:instancePath+"/unitAggregationType",schemaPath:"#/properties/unitAggregationType/enum",keyword:"enum",params:{allowedValues: schema47.properties.unitAggregationType.enum}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.analysisType !== undefined && func0.call(data, "analysisType")){
let data6 = data.analysisType;
if(typeof data6 !== "string"){
const err13 = {instancePath:instancePath+"/analysisType",schemaPath:"#/properties/analysisType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(!((data6 === "mean") || (data6 === "percentile"))){
const err14 = {instancePath:instancePath+"/analysisType",schemaPath:"#/properties/analysisType/enum",keyword:"enum",params:{allowedValues: schema47.properties.analysisType.enum}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.eventKey !== undefined && func0.call(data, "eventKey")){
if(typeof data.eventKey !== "string"){
const err15 = {instancePath:instancePath+"/eventKey",schemaPath:"#/properties/eventKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.analysisUnit !== undefined && func0.call(data, "analysisUnit")){
if(typeof data.analysisUnit !== "string"){
const err16 = {instancePath:instancePath+"/analysisUnit",schemaPath:"#/properties/analysisUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data._links !== undefined && func0.call(data, "_links")){
let data9 = data._links;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 of Object.keys(data9)){
let data10 = data9[key1];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key2 of Object.keys(data10)){
if(!((key2 === "href") || (key2 === "type"))){
const err17 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data10.href !== undefined && func0.call(data10, "href")){
if(typeof data10.href !== "string"){
const err18 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/href",schemaPath:"#/$defs/Link/properties/href/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data10.type !== undefined && func0.call(data10, "type")){
if(typeof data10.type !== "string"){
const err19 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Link/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/_links",schemaPath:"#/properties/_links/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema49 = {"type":"object","required":["key","name","kind","_links"],"properties":{"key":{"type":"string"},"name":{"type":"string"},"kind":{"type":"string","enum":["funnel","standard"],"x-open-enum":true},"_links":{"type":"object","additionalProperties":{"$ref":"#/$defs/Link"}},"metrics":{"type":"array","items":{"$ref":"#/$defs/MetricInGroupRep"}}},"additionalProperties":false};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate36.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.key === undefined) || (!(func0.call(data, "key")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.kind === undefined) || (!(func0.call(data, "kind")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data._links === undefined) || (!(func0.call(data, "_links")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "_links"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "key") || (key0 === "name")) || (key0 === "kind")) || (key0 === "_links")) || (key0 === "metrics"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.key !== undefined && func0.call(data, "key")){
if(typeof data.key !== "string"){
const err5 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined && func0.call(data, "kind")){
let data2 = data.kind;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!((data2 === "funnel") || (data2 === "standard"))){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema49.properties.kind.enum}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data._links !== undefined && func0.call(data, "_links")){
let data3 = data._links;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 of Object.keys(data3)){
let data4 = data3[key1];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 of Object.keys(data4)){
if(!((key2 === "href") || (key2 === "type"))){
const err9 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.href !== undefined && func0.call(data4, "href")){
if(typeof data4.href !== "string"){
const err10 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/href",schemaPath:"#/$defs/Link/properties/href/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.type !== undefined && func0.call(data4, "type")){
if(typeof data4.type !== "string"){
const err11 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/$defs/Link/properties/type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/_links/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/Link/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/_links",schemaPath:"#/properties/_links/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.metrics !== undefined && func0.call(data, "metrics")){
let data7 = data.metrics;
if(Array.isArray(data7)){
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
if(!(validate31(data7[i0], {instancePath:instancePath+"/metrics/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
validate36.errors = vErrors;
return errors === 0;
}
validate36.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema51 = {"type":"object","required":["name","allocationPercent"],"properties":{"_id":{"type":"string"},"name":{"type":"string"},"allocationPercent":{"type":"string"},"baseline":{"type":"boolean"},"parameters":{"type":"array","items":{"$ref":"#/$defs/ParameterRep"}}},"additionalProperties":false};
const schema52 = {"type":"object","properties":{"variationId":{"type":"string"},"flagKey":{"type":"string"}},"additionalProperties":false};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate39.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.name === undefined) || (!(func0.call(data, "name")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.allocationPercent === undefined) || (!(func0.call(data, "allocationPercent")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "allocationPercent"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "_id") || (key0 === "name")) || (key0 === "allocationPercent")) || (key0 === "baseline")) || (key0 === "parameters"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data._id !== undefined && func0.call(data, "_id")){
if(typeof data._id !== "string"){
const err3 = {instancePath:instancePath+"/_id",schemaPath:"#/properties/_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
if(typeof data.name !== "string"){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.allocationPercent !== undefined && func0.call(data, "allocationPercent")){
if(typeof data.allocationPercent !== "string"){
const err5 = {instancePath:instancePath+"/allocationPercent",schemaPath:"#/properties/allocationPercent/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.baseline !== undefined && func0.call(data, "baseline")){
if(typeof data.baseline !== "boolean"){
const err6 = {instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.parameters !== undefined && func0.call(data, "parameters")){
let data4 = data.parameters;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 of Object.keys(data5)){
if(!((key1 === "variationId") || (key1 === "flagKey"))){
const err7 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/$defs/ParameterRep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data5.variationId !== undefined && func0.call(data5, "variationId")){
if(typeof data5.variationId !== "string"){
const err8 = {instancePath:instancePath+"/parameters/" + i0+"/variationId",schemaPath:"#/$defs/ParameterRep/properties/variationId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data5.flagKey !== undefined && func0.call(data5, "flagKey")){
if(typeof data5.flagKey !== "string"){
const err9 = {instancePath:instancePath+"/parameters/" + i0+"/flagKey",schemaPath:"#/$defs/ParameterRep/properties/flagKey/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/parameters/" + i0,schemaPath:"#/$defs/ParameterRep/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/parameters",schemaPath:"#/properties/parameters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate39.errors = vErrors;
return errors === 0;
}
validate39.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.hypothesis === undefined) || (!(func0.call(data, "hypothesis")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "hypothesis"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.status === undefined) || (!(func0.call(data, "status")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.createdAt === undefined) || (!(func0.call(data, "createdAt")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "createdAt"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema40.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data._id !== undefined && func0.call(data, "_id")){
if(typeof data._id !== "string"){
const err4 = {instancePath:instancePath+"/_id",schemaPath:"#/properties/_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.hypothesis !== undefined && func0.call(data, "hypothesis")){
if(typeof data.hypothesis !== "string"){
const err5 = {instancePath:instancePath+"/hypothesis",schemaPath:"#/properties/hypothesis/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.status !== undefined && func0.call(data, "status")){
let data2 = data.status;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((data2 === "not_started") || (data2 === "running")) || (data2 === "stopped"))){
const err7 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema40.properties.status.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.createdAt !== undefined && func0.call(data, "createdAt")){
let data3 = data.createdAt;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err8 = {instancePath:instancePath+"/createdAt",schemaPath:"#/properties/createdAt/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.startedAt !== undefined && func0.call(data, "startedAt")){
let data4 = data.startedAt;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err9 = {instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.endedAt !== undefined && func0.call(data, "endedAt")){
let data5 = data.endedAt;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err10 = {instancePath:instancePath+"/endedAt",schemaPath:"#/properties/endedAt/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.winningTreatmentId !== undefined && func0.call(data, "winningTreatmentId")){
if(typeof data.winningTreatmentId !== "string"){
const err11 = {instancePath:instancePath+"/winningTreatmentId",schemaPath:"#/properties/winningTreatmentId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.winningReason !== undefined && func0.call(data, "winningReason")){
if(typeof data.winningReason !== "string"){
const err12 = {instancePath:instancePath+"/winningReason",schemaPath:"#/properties/winningReason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.canReshuffleTraffic !== undefined && func0.call(data, "canReshuffleTraffic")){
if(typeof data.canReshuffleTraffic !== "boolean"){
const err13 = {instancePath:instancePath+"/canReshuffleTraffic",schemaPath:"#/properties/canReshuffleTraffic/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.flags !== undefined && func0.call(data, "flags")){
let data9 = data.flags;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 of Object.keys(data9)){
if(!(validate28(data9[key1], {instancePath:instancePath+"/flags/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data9,parentDataProperty:key1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath:instancePath+"/flags",schemaPath:"#/properties/flags/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.reallocationFrequencyMillis !== undefined && func0.call(data, "reallocationFrequencyMillis")){
let data11 = data.reallocationFrequencyMillis;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err15 = {instancePath:instancePath+"/reallocationFrequencyMillis",schemaPath:"#/properties/reallocationFrequencyMillis/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data12 = data.version;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err16 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.primaryMetric !== undefined && func0.call(data, "primaryMetric")){
if(!(validate30(data.primaryMetric, {instancePath:instancePath+"/primaryMetric",parentData:data,parentDataProperty:"primaryMetric",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.primarySingleMetric !== undefined && func0.call(data, "primarySingleMetric")){
if(!(validate34(data.primarySingleMetric, {instancePath:instancePath+"/primarySingleMetric",parentData:data,parentDataProperty:"primarySingleMetric",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
if(data.primaryFunnel !== undefined && func0.call(data, "primaryFunnel")){
if(!(validate36(data.primaryFunnel, {instancePath:instancePath+"/primaryFunnel",parentData:data,parentDataProperty:"primaryFunnel",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
}
if(data.randomizationUnit !== undefined && func0.call(data, "randomizationUnit")){
if(typeof data.randomizationUnit !== "string"){
const err17 = {instancePath:instancePath+"/randomizationUnit",schemaPath:"#/properties/randomizationUnit/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.attributes !== undefined && func0.call(data, "attributes")){
let data17 = data.attributes;
if(Array.isArray(data17)){
const len0 = data17.length;
for(let i0=0; i0<len0; i0++){
if(typeof data17[i0] !== "string"){
const err18 = {instancePath:instancePath+"/attributes/" + i0,schemaPath:"#/properties/attributes/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.treatments !== undefined && func0.call(data, "treatments")){
let data19 = data.treatments;
if(Array.isArray(data19)){
const len1 = data19.length;
for(let i1=0; i1<len1; i1++){
if(!(validate39(data19[i1], {instancePath:instancePath+"/treatments/" + i1,parentData:data19,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/treatments",schemaPath:"#/properties/treatments/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.secondaryMetrics !== undefined && func0.call(data, "secondaryMetrics")){
let data21 = data.secondaryMetrics;
if(Array.isArray(data21)){
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
if(!(validate34(data21[i2], {instancePath:instancePath+"/secondaryMetrics/" + i2,parentData:data21,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/secondaryMetrics",schemaPath:"#/properties/secondaryMetrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.metrics !== undefined && func0.call(data, "metrics")){
let data23 = data.metrics;
if(Array.isArray(data23)){
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
if(!(validate30(data23[i3], {instancePath:instancePath+"/metrics/" + i3,parentData:data23,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
else {
const err22 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.layerSnapshot !== undefined && func0.call(data, "layerSnapshot")){
let data25 = data.layerSnapshot;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if((data25.key === undefined) || (!(func0.call(data25, "key")))){
const err23 = {instancePath:instancePath+"/layerSnapshot",schemaPath:"#/$defs/LayerSnapshotRep/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((data25.name === undefined) || (!(func0.call(data25, "name")))){
const err24 = {instancePath:instancePath+"/layerSnapshot",schemaPath:"#/$defs/LayerSnapshotRep/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((data25.reservationPercent === undefined) || (!(func0.call(data25, "reservationPercent")))){
const err25 = {instancePath:instancePath+"/layerSnapshot",schemaPath:"#/$defs/LayerSnapshotRep/required",keyword:"required",params:{missingProperty: "reservationPercent"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((data25.otherReservationPercent === undefined) || (!(func0.call(data25, "otherReservationPercent")))){
const err26 = {instancePath:instancePath+"/layerSnapshot",schemaPath:"#/$defs/LayerSnapshotRep/required",keyword:"required",params:{missingProperty: "otherReservationPercent"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
for(const key2 of Object.keys(data25)){
if(!((((key2 === "key") || (key2 === "name")) || (key2 === "reservationPercent")) || (key2 === "otherReservationPercent"))){
const err27 = {instancePath:instancePath+"/layerSnapshot",schemaPath:"#/$defs/LayerSnapshotRep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data25.key !== undefined && func0.call(data25, "key")){
if(typeof data25.key !== "string"){
const err28 = {instancePath:instancePath+"/layerSnapshot/key",schemaPath:"#/$defs/LayerSnapshotRep/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data25.name !== undefined && func0.call(data25, "name")){
if(typeof data25.name !== "string"){
const err29 = {instancePath:instancePath+"/layerSnapshot/name",schemaPath:"#/$defs/LayerSnapshotRep/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data25.reservationPercent !== undefined && func0.call(data25, "reservationPercent")){
let data28 = data25.reservationPercent;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
const err30 = {instancePath:instancePath+"/layerSnapshot/reservationPercent",schemaPath:"#/$defs/LayerSnapshotRep/properties/reservationPercent/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data25.otherReservationPercent !== undefined && func0.call(data25, "otherReservationPercent")){
let data29 = data25.otherReservationPercent;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err31 = {instancePath:instancePath+"/layerSnapshot/otherReservationPercent",schemaPath:"#/$defs/LayerSnapshotRep/properties/otherReservationPercent/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/layerSnapshot",schemaPath:"#/$defs/LayerSnapshotRep/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.covariateInfo !== undefined && func0.call(data, "covariateInfo")){
let data30 = data.covariateInfo;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if((data30.id === undefined) || (!(func0.call(data30, "id")))){
const err33 = {instancePath:instancePath+"/covariateInfo",schemaPath:"#/$defs/CovariateInfoRep/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((data30.fileName === undefined) || (!(func0.call(data30, "fileName")))){
const err34 = {instancePath:instancePath+"/covariateInfo",schemaPath:"#/$defs/CovariateInfoRep/required",keyword:"required",params:{missingProperty: "fileName"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((data30.createdAt === undefined) || (!(func0.call(data30, "createdAt")))){
const err35 = {instancePath:instancePath+"/covariateInfo",schemaPath:"#/$defs/CovariateInfoRep/required",keyword:"required",params:{missingProperty: "createdAt"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key3 of Object.keys(data30)){
if(!(((key3 === "id") || (key3 === "fileName")) || (key3 === "createdAt"))){
const err36 = {instancePath:instancePath+"/covariateInfo",schemaPath:"#/$defs/CovariateInfoRep/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data30.id !== undefined && func0.call(data30, "id")){
if(typeof data30.id !== "string"){
const err37 = {instancePath:instancePath+"/covariateInfo/id",schemaPath:"#/$defs/CovariateInfoRep/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data30.fileName !== undefined && func0.call(data30, "fileName")){
if(typeof data30.fileName !== "string"){
const err38 = {instancePath:instancePath+"/covariateInfo/fileName",schemaPath:"#/$defs/CovariateInfoRep/properties/fileName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data30.createdAt !== undefined && func0.call(data30, "createdAt")){
let data33 = data30.createdAt;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err39 = {instancePath:instancePath+"/covariateInfo/createdAt",schemaPath:"#/$defs/CovariateInfoRep/properties/createdAt/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/covariateInfo",schemaPath:"#/$defs/CovariateInfoRep/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="iterationRepErrors" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(validate27(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
