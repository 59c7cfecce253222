import { StaticTable } from "#components/table/static-table.tsx";
import { Badge } from "#components/ui/badge.tsx";

type Option = { id: string; label: string; variables: readonly string[] };

const options: readonly Option[] = [
  { id: "password", label: "E-mail address and password", variables: [] },
  {
    id: "oidc",
    label: "OpenID Connect (Okta, Entra ID, Keycloak and others)",
    variables: ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"],
  },
  { id: "github", label: "GitHub", variables: ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"] },
  { id: "google", label: "Google", variables: ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"] },
];

export type SignInOptionsProps = {
  active: readonly { id: string; name: string }[];
  /** Public address of this installation, without a slash at its end. */
  origin: string;
};

export function SignInOptions({ active, origin }: SignInOptionsProps) {
  const isOn = (option: Option) =>
    option.variables.length === 0 || active.some((provider) => provider.id === option.id);
  return (
    <StaticTable
      label="Ways to sign in"
      rows={options}
      getRowId={(option) => option.id}
      columns={[
        { id: "label", header: "Way", cell: ({ label }) => <span className="font-medium">{label}</span> },
        {
          id: "state",
          header: "State",
          cell: (option) => (
            <Badge tone={isOn(option) ? "accent" : "outline"}>{isOn(option) ? "on" : "off"}</Badge>
          ),
        },
        {
          id: "variables",
          header: "Turned on by",
          cell: (option) =>
            option.variables.length === 0 ? (
              <span className="text-muted">always</span>
            ) : (
              <span className="flex flex-col gap-0.5 font-mono text-xs">
                {option.variables.map((variable) => (
                  <span key={variable}>{variable}</span>
                ))}
              </span>
            ),
        },
        {
          id: "callback",
          header: "Callback address to register",
          cell: ({ id, variables }) =>
            variables.length > 0 && (
              <span className="whitespace-nowrap font-mono text-xs">{`${origin}/api/auth/callback/${id}`}</span>
            ),
        },
      ]}
    />
  );
}
