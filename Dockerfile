# Builds Pult and keeps of it what runs: the server and the packed files of the app.
# docs/deploy.md says how to run the image.

FROM node:24.21.0-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24.21.0-slim
WORKDIR /opt/pult
COPY --from=build /src/dist dist
# The database; a volume here keeps it.
RUN install --directory --owner=node --mode=700 data
# Whoever built the image owns the files; who runs them can't change them.
USER node
# The address of the container: what may reach it is for the one who publishes its port to say.
ENV NODE_ENV=production PULT_HOST=0.0.0.0 PORT=8080 DATA_DIR=/opt/pult/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, without npm: it gets the signals, and its exit code is the container's.
CMD ["node", "dist/server/main.js"]
