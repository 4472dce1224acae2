import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { sessionQuery } from "@/features/accounts/api/session";
import { customerSearch } from "@/features/customers/model/customer-search";
import { productsSearch } from "@/features/metrics/model/products";
import { reportSearch } from "@/features/metrics/model/report-search";
import { whoSearch } from "@/features/metrics/model/who-search";
import { importSearch } from "@/features/ingest/model/import-search";
import { paths } from "@/shared/lib/paths";
import { Failed } from "./failed";
import { NotFound } from "./not-found";
import { Shell } from "./shell/shell";

interface Context {
  queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (search): { next?: string } =>
    typeof search.next === "string" ? { next: search.next } : {},
  component: lazyRouteComponent(() => import("./routes/accounts/sign-in"), "SignInPage"),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: paths.setup,
  component: lazyRouteComponent(() => import("./routes/accounts/setup"), "SetupPage"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: paths.reset,
  component: lazyRouteComponent(() => import("./routes/accounts/reset"), "ResetPage"),
});

/** Everything inside asks who is there first; a stranger signs in and comes back. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery());
    if (session === null) {
      const next = location.href === paths.today ? {} : { next: location.href };
      throw redirect({ to: paths.signIn, search: next });
    }
    return { session };
  },
  component: Shell,
});

const today = createRoute({
  getParentRoute: () => inside,
  path: paths.today,
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import("./routes/metrics/today"), "TodayPage"),
});

const retention = createRoute({
  getParentRoute: () => inside,
  path: paths.retention,
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import("./routes/metrics/retention"), "RetentionPage"),
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: paths.customers,
  validateSearch: customerSearch,
  component: lazyRouteComponent(() => import("./routes/customers/customers"), "CustomersPage"),
});

const who = createRoute({
  getParentRoute: () => inside,
  path: paths.who,
  validateSearch: whoSearch,
  component: lazyRouteComponent(() => import("./routes/metrics/who"), "WhoPage"),
});

const products = createRoute({
  getParentRoute: () => inside,
  path: paths.products,
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import("./routes/metrics/products"), "ProductsPage"),
});

const value = createRoute({
  getParentRoute: () => inside,
  path: paths.value,
  component: lazyRouteComponent(() => import("./routes/value/value"), "ValuePage"),
});

const customer = createRoute({
  getParentRoute: () => inside,
  path: paths.customer,
  component: lazyRouteComponent(() => import("./routes/customers/customer"), "CustomerPage"),
});

const welcome = createRoute({
  getParentRoute: () => inside,
  path: paths.welcome,
  component: lazyRouteComponent(() => import("./routes/commerce/welcome"), "WelcomePage"),
});

const storeSettings = createRoute({
  getParentRoute: () => inside,
  path: paths.storeSettings,
  component: lazyRouteComponent(
    () => import("./routes/commerce/store-settings"),
    "StoreSettingsPage",
  ),
});

const importing = createRoute({
  getParentRoute: () => inside,
  path: paths.import,
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import("./routes/ingest/import"), "ImportPage"),
});

const oneImport = createRoute({
  getParentRoute: () => inside,
  path: `${paths.import}/$id`,
  component: lazyRouteComponent(() => import("./routes/ingest/one-import"), "OneImportPage"),
});

const exportFrom = createRoute({
  getParentRoute: () => inside,
  path: `${paths.exportFrom}/$shop`,
  component: lazyRouteComponent(() => import("./routes/ingest/export-from"), "ExportFromPage"),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: paths.account,
  component: lazyRouteComponent(() => import("./routes/accounts/account"), "AccountPage"),
});

const prices = createRoute({
  getParentRoute: () => inside,
  path: paths.prices,
  component: lazyRouteComponent(() => import("./routes/board/prices"), "PricesPage"),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: paths.people,
  component: lazyRouteComponent(() => import("./routes/accounts/people"), "PeoplePage"),
});

const apiKeys = createRoute({
  getParentRoute: () => inside,
  path: paths.apiKeys,
  component: lazyRouteComponent(() => import("./routes/accounts/api-keys"), "ApiKeysPage"),
});

export interface AuditSearch {
  actor?: string | undefined;
  action?: string | undefined;
}

const audit = createRoute({
  getParentRoute: () => inside,
  path: paths.audit,
  validateSearch: ({ actor, action }): AuditSearch => ({
    ...(typeof actor === "string" && { actor }),
    ...(typeof action === "string" && { action }),
  }),
  component: lazyRouteComponent(() => import("./routes/accounts/audit"), "AuditPage"),
});

const tree = root.addChildren([
  signIn,
  setup,
  reset,
  inside.addChildren([
    today,
    customers,
    customer,
    retention,
    who,
    products,
    value,
    welcome,
    storeSettings,
    importing,
    oneImport,
    exportFrom,
    account,
    prices,
    people,
    apiKeys,
    audit,
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: "intent",
    defaultErrorComponent: Failed,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
