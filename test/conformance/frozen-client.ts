import { Client, credentials } from "@grpc/grpc-js";
import { encode } from "../../src/proto/codec.ts";

/*
 * A client as a process of its own, which a test can freeze: `frozen-client.ts ADDRESS TYPE_URL` asks for
 * everything of a type, says when it has it, and stays.
 */

const [address = "", typeUrl = ""] = process.argv.slice(2);
const path = "/envoy.service.discovery.v3.AggregatedDiscoveryService/DeltaAggregatedResources";
const asIs = (bytes: Buffer) => bytes;
const call = new Client(address, credentials.createInsecure()).makeBidiStreamRequest(path, asIs, asIs);
call.on("error", () => {});
call.on("data", () => process.stdout.write("answered\n"));
const request = { typeUrl, node: { id: "frozen" } };
call.write(Buffer.from(encode("envoy.service.discovery.v3.DeltaDiscoveryRequest", request)));
