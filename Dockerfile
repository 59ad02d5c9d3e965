# One image for every process: server (the default), worker, auditor, watcher and the tools of `npm run`.
# RUN steps use relative paths only: a test performs them in a folder of its own and starts what they produce.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY script script
COPY src src
COPY dialogs dialogs
COPY templates templates
COPY escalation-rules escalation-rules
RUN node script/build.mjs

FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY script/run.mjs script/run.mjs
COPY script/lib/ages.mjs script/lib/keptCode.mjs script/lib/stacks.mjs script/lib/
COPY templates templates
COPY escalation-rules escalation-rules
# Whoever the image runs as may keep the spool, and the embedded record where one is opted into, in its own folder.
RUN mkdir -m 1777 data
USER node
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/server.js"]
