/** Every address of the dashboard, once. */
export const paths = {
  today: "/",
  retention: "/retention",
  customers: "/customers",
  signIn: "/sign-in",
  setup: "/setup",
  reset: "/reset",
  account: "/account",
  people: "/settings/people",
  apiKeys: "/settings/api-keys",
  audit: "/settings/audit",
  apiDescription: "/api/openapi.json",
} as const;
