/** Written by `make generate` from spec/. Do not edit. */

export const version = "0.1.0";
export const apiVersion = "20240415";
export const servers = {
  commercial: "https://app.launchdarkly.com",
  eu: "https://app.eu.launchdarkly.com",
  federal: "https://app.launchdarkly.us",
};
