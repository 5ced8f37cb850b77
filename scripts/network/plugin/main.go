// The EVM of the validators as a plugin of avalanchego. The vendor's own runner sets the file limit to 32,768 and ends
// where the hard limit is lower; this one keeps the limit that it is given.
package main

import (
	"context"

	"github.com/ava-labs/avalanchego/vms/rpcchainvm"
	"github.com/ava-labs/subnet-evm/plugin/evm"
)

func main() {
	evm.RegisterAllLibEVMExtras()
	rpcchainvm.Serve(context.Background(), &evm.VM{})
}
