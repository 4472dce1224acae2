import { readdirSync } from "node:fs";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("./src/features", import.meta.url));

// One direction: app → features → shared; a feature knows no other feature.
function zone(folder, forbidden, message) {
  return {
    files: [`src/${folder}/**`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: forbidden, message }] }],
    },
  };
}

export default tseslint.config(
  { ignores: ["dist", "src/shared/api/schema.d.ts"] },
  ...tseslint.configs.strict,
  hooks.configs.flat["recommended-latest"],
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "max-lines": ["error", 300],
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: "Call the server by shared/api/client." },
        { name: "localStorage", message: "Remember by shared/lib/remember." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name=/^toLocale(Date|Time)?String$/]",
          message: "Numbers and dates are written by shared/lib/format.",
        },
      ],
    },
  },
  zone("shared", ["@/app/*", "@/features/*"], "shared stands below features and app."),
  ...features.map((name) =>
    zone(
      `features/${name}`,
      ["@/app/*", ...features.filter((other) => other !== name).map((o) => `@/features/${o}/*`)],
      "A feature knows only itself and shared.",
    ),
  ),
);
