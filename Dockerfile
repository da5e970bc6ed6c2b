# Builds with the development tools, ships without them.
#
# The base image follows its tag, so that a rebuild brings its security updates. To pin it, look its digest up
# (`docker buildx imagetools inspect node:24-slim`) and build with `--build-arg NODE_IMAGE=node:24-slim@sha256:…`.
# (It is not pinned here, since no registry of images could be reached where this was written.)
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY .ci/build.mjs ./.ci/
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE}
# The file system may be read-only: npm writes no logs and looks for no newer npm.
ENV NODE_ENV=production NPM_CONFIG_LOGS_MAX=0 NPM_CONFIG_UPDATE_NOTIFIER=false
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# manifest.yml for `doctor`; the page for a start without tokens, which then says so; build.mjs, which finds nothing to build,
# for the npm scripts, which are the same as on a checkout.
COPY package.json manifest.yml manifest.optional.yml ./
COPY .ci/build.mjs ./.ci/
COPY src/playground/page ./src/playground/page
COPY knowledge ./knowledge
RUN mkdir data && chown node:node data
USER node
VOLUME ["/app/data"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
