// The table of docs/guides/people-and-roles.md, said a second time on purpose.
const all = [
  "reports_read", "customers_read", "customers_write", "customers_export", "orders_read", "products_read",
  "imports_read", "imports_write", "settings_read", "settings_write", "users_read", "users_write", "keys_read",
  "keys_write", "audit_read", "server_read",
];
const reading = ["reports_read", "customers_read", "orders_read", "products_read", "imports_read", "settings_read"];

export const allowed = {
  stranger: [],
  owner: [...all, "signed_in"],
  admin: [...all, "signed_in"],
  marketer: [...reading, "customers_write", "customers_export", "signed_in"],
  agent: ["customers_read", "customers_write", "orders_read", "products_read", "signed_in"],
  analyst: ["reports_read", "products_read", "signed_in"],
  "key:read": reading,
  "key:write": [...reading, "customers_write", "customers_export", "imports_write"],
  "key:admin": all,
};
