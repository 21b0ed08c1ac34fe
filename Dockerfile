# syntax=docker/dockerfile:1

FROM node:24-slim AS base
WORKDIR /app
ENV npm_config_update_notifier=false
COPY package.json package-lock.json .npmrc ./

# The control plane and the demo backends: nothing that only developers need.
FROM base AS runtime
ENV NODE_ENV=production
# Without scripts: `prepare` builds the library for others, which the image is not for.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY bin bin
COPY src src
COPY protos protos
COPY examples examples
USER node
EXPOSE 8090 18000
# A control plane that has nothing to serve yet lives all the same: that is what /readyz is for.
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8090/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["serve", "--config", "/etc/fairlead/fairlead.yaml"]

# The end-to-end tests, against a fleet that is up already.
FROM base AS test
# vitest keeps its cache, and the compiled form of its configuration, below node_modules.
RUN npm ci --ignore-scripts && npm rebuild node && mkdir -p node_modules/.vite node_modules/.vite-temp \
  && chown node:node node_modules/.vite node_modules/.vite-temp
COPY . .
USER node
CMD ["npx", "vitest", "run", "--project", "e2e", "test/e2e/stack.test.ts"]
