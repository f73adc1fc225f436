# One image for the three services, the gateway and the one-shot programs: which one runs is its command.
#   docker build -t tieuchi . && docker run tieuchi node gateway/dist/main.js

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY services/subgraph-kit/package.json services/subgraph-kit/
COPY services/geography/package.json services/geography/
COPY services/rural-security/package.json services/rural-security/
COPY services/model-ward/package.json services/model-ward/
COPY services/standalone/package.json services/standalone/
COPY schema/package.json schema/
COPY gateway/package.json gateway/
COPY clients/cli/package.json clients/cli/
COPY clients/dashboard/package.json clients/dashboard/
# no scripts: what is installed is data and JavaScript, and no package may run anything here
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# swc's compiler is an optional package of its platform, so what transpiles is installed apart and left behind
FROM packages AS transpiled
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY transpile.mjs .swcrc ./
COPY services services
COPY schema schema
COPY gateway gateway
COPY clients/cli clients/cli
RUN node transpile.mjs --all

# what builds the page is needed for that alone
FROM packages AS page
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json ./
COPY clients/dashboard clients/dashboard
RUN node clients/dashboard/build.mjs --all

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/package.json package.json
COPY --from=packages /app/node_modules node_modules
COPY --from=packages /app/services services
COPY --from=packages /app/schema schema
COPY --from=packages /app/gateway gateway
COPY --from=packages /app/clients clients
COPY --from=transpiled /app/services/subgraph-kit/dist services/subgraph-kit/dist
COPY --from=transpiled /app/services/geography/dist services/geography/dist
COPY --from=transpiled /app/services/geography/data services/geography/data
COPY --from=transpiled /app/services/rural-security/dist services/rural-security/dist
COPY --from=transpiled /app/services/rural-security/data services/rural-security/data
COPY --from=transpiled /app/services/model-ward/dist services/model-ward/dist
COPY --from=transpiled /app/services/model-ward/data services/model-ward/data
COPY --from=transpiled /app/services/standalone/dist services/standalone/dist
COPY --from=transpiled /app/schema/dist schema/dist
COPY schema/supergraph.graphql schema/exports.json schema/trusted-operations.json schema/
COPY --from=transpiled /app/gateway/dist gateway/dist

COPY clients/cli/bin clients/cli/bin
COPY clients/cli/operations clients/cli/operations
COPY --from=transpiled /app/clients/cli/dist clients/cli/dist
COPY --from=page /app/clients/dashboard/dist clients/dashboard/dist
ENV DASHBOARD_DIR=clients/dashboard/dist

# the files above are root's: the programs read them and write to these volumes alone
RUN install -d -o node -g node /data/issuer /data/audit
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=90s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 4000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "gateway/dist/main.js"]
