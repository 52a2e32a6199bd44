# One image for all of the grid: silo, front, migrate, verify.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Server/Server.csproj -c Release -p:Orleans=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY silo-config silo-config
# Fewer collections of what lives for one request, as in scripts/run.
ENV DOTNET_GCgen0size=0x4000000
# The image's own user without rights.
USER $APP_UID
EXPOSE 8080 11111 30000
ENTRYPOINT ["dotnet", "OrleansWallet.Server.dll"]
