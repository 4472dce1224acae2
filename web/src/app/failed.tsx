import { Container } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorNote } from "@/shared/ui/states";

export function Failed({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Container component="main" size="sm" py="xl">
      <ErrorNote error={error} onRetry={() => void router.invalidate()} />
    </Container>
  );
}
