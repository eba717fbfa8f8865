# One image for every process of the product; the argument says which: `docker run IMAGE companies`.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /salvatempo
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node scripts/run.mjs build && npm prune --omit=dev

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /salvatempo
COPY --from=build /salvatempo/node_modules ./node_modules
COPY --from=build /salvatempo/dist ./dist
COPY --from=build /salvatempo/docs/rules ./docs/rules
COPY --from=build /salvatempo/docs/generated ./docs/generated
COPY --from=build /salvatempo/demo ./demo
COPY --from=build /salvatempo/deploy ./deploy
COPY --from=build /salvatempo/package.json ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# Node answers signals as the first process of the container, and the product stops in order within 10 s.
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=64", "--use-largepages=silent", "--require", "./deploy/compile-next-tick.cjs", "deploy/entrypoint.mjs"]
CMD ["gateway"]
