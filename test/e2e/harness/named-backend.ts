import { createServer, type Server } from "node:http";

/** A backend within the test's own process: it says its name, and nothing else. */
export function startNamedBackend(port: number, name: string): Promise<Server> {
  const backend = createServer((_request, response) => {
    response.setHeader("x-demo-backend", name).end(name);
  });
  return new Promise((resolve) => backend.listen(port, "127.0.0.1", () => resolve(backend)));
}
